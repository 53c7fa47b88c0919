// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.dialect;

import io.aludel.core.expr.Statement;
import io.aludel.core.name.TableName;
import io.aludel.core.parse.StatementRules;
import io.aludel.core.schema.Sequence;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One database as Aludel knows it. Found by {@link java.util.ServiceLoader}; made for a live server by {@link #forServer}.
 *
 * <p>To add a database, fill in its parts, one file each, in a package of its own; the existing packages are the example.
 */
public interface Dialect {
    /** Its lasting name, lower case: {@code sqlite}, {@code postgresql}. */
    String name();

    /** The server's version that this instance is made for; the newest known where none was given. */
    ServerVersion version();

    /**
     * The same dialect for a server of that version, and of the same product.
     *
     * @throws UnsupportedFeatureException if it is older than what is supported
     */
    Dialect forVersion(ServerVersion version);

    /**
     * The same dialect for the server that {@link Introspector#server} has found; overridden where several products speak its language.
     *
     * @throws UnsupportedFeatureException if it is older than what is supported
     */
    default Dialect forServer(ServerIdentity server) {
        return forVersion(server.version());
    }

    /** What it is called in messages: its name, or the product's where that is another. */
    default String product() {
        return name();
    }

    /** The schemes of the DSNs it takes: {@code postgresql}, {@code postgres}. */
    Set<String> schemes();

    /** Whether it speaks to the database behind this JDBC URL. */
    boolean accepts(String jdbcUrl);

    /**
     * Where a DSN leads.
     *
     * @throws DsnException if a part of it makes no sense for this database; the message says which
     */
    JdbcTarget target(Dsn dsn);

    /**
     * Where a JDBC URL leads that was given as it stands; the driver gets it unchanged. A dialect of a database that lives in files
     * overrides this.
     */
    default JdbcTarget target(String jdbcUrl) {
        String withoutOptions = jdbcUrl.split("[?;]", 2)[0];
        String place =
                withoutOptions.substring(withoutOptions.lastIndexOf("//") + 1).replaceFirst("^/", "");
        return new JdbcTarget(jdbcUrl, Map.of(), place.substring(place.lastIndexOf('@') + 1), true, false);
    }

    /** The JDBC driver it needs. */
    DriverArtifact driver();

    /** Statements that each new connection begins with: SQLite enforces foreign keys only when asked. */
    List<String> connectionSetup();

    /**
     * A query for one text: the statement that undoes {@link #connectionSetup} on the connection that is asked. For connections that belong to
     * somebody else, who must get them back as they were; empty where there is nothing to undo.
     */
    default Optional<String> connectionSetupUndo() {
        return Optional.empty();
    }

    /**
     * The statement that begins a transaction; empty where it begins by JDBC's own means, {@link java.sql.Connection#setAutoCommit} and
     * {@link java.sql.Connection#setReadOnly}. Where a statement begins it, {@code commit} and {@code rollback} end it.
     */
    default Optional<String> begin(TransactionMode mode) {
        return Optional.empty();
    }

    /**
     * What gives a transaction this isolation or a stronger one; empty where it has it anyway. Asked only for what is not the database's default.
     *
     * @throws UnsupportedFeatureException if the database has only weaker ones
     */
    default Optional<TransactionSetting> isolation(Isolation isolation) {
        return Optional.of(TransactionSetting.ofTransaction("set transaction isolation level " + isolation.sql()));
    }

    /** What makes a transaction refuse to write; empty where JDBC's {@link java.sql.Connection#setReadOnly} does, or nothing. */
    default Optional<TransactionSetting> readOnly() {
        return Optional.empty();
    }

    /**
     * What makes a transaction's statements wait for the locks of others so long at most.
     *
     * @param timeout a millisecond at least; a database that counts in seconds takes the next longer one
     * @throws UnsupportedFeatureException if the database has no such thing
     */
    default TransactionSetting lockTimeout(Duration timeout) {
        throw new UnsupportedFeatureException(
                "a limit to a transaction's waiting for locks", name(), "Leave the lock timeout out.");
    }

    /**
     * What makes a session that changes tables give up when others use them for so long, instead of letting everybody queue behind it; empty where nobody
     * queues.
     *
     * @param timeout a millisecond at least
     */
    default Optional<TransactionSetting> ddlLockTimeout(Duration timeout) {
        return Optional.empty();
    }

    /**
     * A query for those who use a table, or may: its first column says it for people. Asked after a statement has waited too long; empty where nobody can
     * tell.
     *
     * @param tables that the statement speaks of
     */
    default Optional<String> lockHolders(List<TableName> tables) {
        return Optional.empty();
    }

    /**
     * The statement by which an administrator gives the right that is missing; empty where the error does not tell, or tells it in words that are not known.
     *
     * @param error one of {@link SqlError.Kind#MISSING_RIGHT}
     * @param user as the database calls the user of the connection, {@code select current_user}
     */
    default Optional<String> grant(SQLException error, String user) {
        return Optional.empty();
    }

    /**
     * Errors after which the database has ended the transaction, or can only roll it back as a whole; statements that came after them could
     * be in none.
     */
    default Set<SqlError.Kind> endingTransaction() {
        return Set.of(
                SqlError.Kind.SERIALIZATION_FAILURE,
                SqlError.Kind.DEADLOCK,
                SqlError.Kind.CONNECTION_FAILURE,
                SqlError.Kind.STORAGE_FULL,
                SqlError.Kind.STORAGE_FAILURE);
    }

    /** What the driver's error means; by the SQL standard's SQLSTATEs unless the database has its own ways. */
    default SqlError classify(SQLException error) {
        return SqlError.ofState(error.getSQLState());
    }

    /**
     * What the driver says of an error, for people. Without the statement, which a driver may repeat in full: whoever shows this shows the statement, too,
     * and shortens it.
     */
    default String said(SQLException error) {
        return error.getMessage() == null
                ? error.getClass().getSimpleName()
                : error.getMessage().strip();
    }

    Capabilities capabilities();

    Types types();

    Ddl ddl();

    Introspector introspector();

    /** What changes to a table with many rows cost; the worst where a dialect does not say. */
    default ChangeCosts changeCosts() {
        return new StandardChangeCosts("nothing is known of " + name());
    }

    Scratch scratch();

    /** How two migrations of one database are kept from running at the same time; empty where they are not. */
    default Optional<MigrationLock> migrationLock() {
        return Optional.empty();
    }

    /**
     * Whether a query whose rows are not wanted any more must be cancelled, because the driver reads all that are left when it closes them. Asked for
     * queries only whose rows are fetched some at a time.
     */
    default boolean cancelsAbandonedRows() {
        return false;
    }

    /** How what took no notice of {@link java.sql.Statement#cancel} is cancelled again; empty where the same is said once more. */
    default Optional<DriverCancel> driverCancel() {
        return Optional.empty();
    }

    /** The database's own way to take many rows; empty where nothing is faster than statements. */
    default Optional<BulkLoader> bulkLoader() {
        return Optional.empty();
    }

    /** How a script of several statements is cut into them. */
    default StatementRules statementRules() {
        return StatementRules.STANDARD;
    }

    /** A renderer for one statement. */
    SqlRenderer newRenderer();

    /**
     * The statement as SQL, with a {@code ?} for each value; no database is needed. The statement is over tables: one over entities is resolved
     * by the entity model first.
     */
    default RenderedSql toSql(Statement statement) {
        return newRenderer().render(statement);
    }

    /** The query that takes the next number from a sequence; empty where there are no sequences. */
    default Optional<String> nextValue(Sequence sequence) {
        if (!capabilities().has(Feature.SEQUENCES)) {
            return Optional.empty();
        }
        String schema = sequence.name().schema();
        String name = (schema == null ? "" : quote(schema) + ".")
                + quote(sequence.name().name());
        return Optional.of("select nextval('" + name.replace("'", "''") + "')");
    }

    /**
     * A name as it stands in SQL: folded by the database where it is portable and nowhere reserved, quoted otherwise.
     *
     * @see ReservedWords
     */
    String quote(String name);
}
