// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.sqlite;

import io.aludel.core.dialect.Capabilities;
import io.aludel.core.dialect.ChangeCosts;
import io.aludel.core.dialect.Ddl;
import io.aludel.core.dialect.Dialect;
import io.aludel.core.dialect.DriverArtifact;
import io.aludel.core.dialect.Dsn;
import io.aludel.core.dialect.Identifiers;
import io.aludel.core.dialect.Introspector;
import io.aludel.core.dialect.Isolation;
import io.aludel.core.dialect.JdbcTarget;
import io.aludel.core.dialect.MigrationLock;
import io.aludel.core.dialect.Scratch;
import io.aludel.core.dialect.ServerVersion;
import io.aludel.core.dialect.SqlError;
import io.aludel.core.dialect.SqlRenderer;
import io.aludel.core.dialect.TransactionMode;
import io.aludel.core.dialect.TransactionSetting;
import io.aludel.core.dialect.Types;
import io.aludel.core.parse.StatementRules;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** SQLite, in a file or in memory. */
public final class SqliteDialect implements Dialect {
    private static final ServerVersion NEWEST_KNOWN = new ServerVersion(3, 54);

    private final ServerVersion version;
    private final Types types = new SqliteTypes();

    /** For the newest version known. */
    public SqliteDialect() {
        this(NEWEST_KNOWN);
    }

    private SqliteDialect(ServerVersion version) {
        this.version = version;
    }

    @Override
    public String name() {
        return "sqlite";
    }

    @Override
    public ServerVersion version() {
        return version;
    }

    @Override
    public Dialect forVersion(ServerVersion version) {
        return new SqliteDialect(version);
    }

    @Override
    public Set<String> schemes() {
        return Set.of("sqlite");
    }

    @Override
    public boolean accepts(String jdbcUrl) {
        return jdbcUrl.startsWith(SqliteTarget.JDBC_PREFIX);
    }

    @Override
    public JdbcTarget target(Dsn dsn) {
        return SqliteTarget.of(dsn);
    }

    @Override
    public JdbcTarget target(String jdbcUrl) {
        return SqliteTarget.of(jdbcUrl);
    }

    @Override
    public DriverArtifact driver() {
        return new DriverArtifact("org.sqlite.JDBC", "org.xerial:sqlite-jdbc");
    }

    @Override
    public List<String> connectionSetup() {
        return List.of("pragma foreign_keys = on");
    }

    @Override
    public Optional<String> connectionSetupUndo() {
        return Optional.of("select 'pragma foreign_keys = ' || foreign_keys from pragma_foreign_keys");
    }

    /** A writer takes its turn at the beginning: a reader that wants to become one may be refused, and waiting does not help it. */
    @Override
    public Optional<String> begin(TransactionMode mode) {
        return Optional.of(
                switch (mode) {
                    case READ_WRITE -> "begin immediate";
                    case READ_ONLY -> "begin";
                });
    }

    /** All are serializable. */
    @Override
    public Optional<TransactionSetting> isolation(Isolation isolation) {
        return Optional.empty();
    }

    @Override
    public Optional<TransactionSetting> readOnly() {
        return Optional.of(TransactionSetting.ofSession(
                "pragma query_only = on", "select 'pragma query_only = ' || query_only from pragma_query_only"));
    }

    @Override
    public TransactionSetting lockTimeout(Duration timeout) {
        return TransactionSetting.ofSession(
                "pragma busy_timeout = " + timeout.toMillis(),
                "select 'pragma busy_timeout = ' || timeout from pragma_busy_timeout");
    }

    /** A writing statement that is interrupted, and whatever finds no memory or disk, takes the whole transaction with it. */
    @Override
    public Set<SqlError.Kind> endingTransaction() {
        Set<SqlError.Kind> kinds = EnumSet.copyOf(Dialect.super.endingTransaction());
        kinds.add(SqlError.Kind.CANCELLED);
        return kinds;
    }

    @Override
    public SqlError classify(SQLException error) {
        return SqliteErrors.classify(error);
    }

    @Override
    public Capabilities capabilities() {
        return SqliteCapabilities.of(version);
    }

    @Override
    public Types types() {
        return types;
    }

    @Override
    public Ddl ddl() {
        return new SqliteDdl(this);
    }

    @Override
    public Introspector introspector() {
        return new SqliteIntrospector(types);
    }

    @Override
    public ChangeCosts changeCosts() {
        return new SqliteChangeCosts();
    }

    @Override
    public Scratch scratch() {
        return new SqliteScratch(this);
    }

    @Override
    public Optional<MigrationLock> migrationLock() {
        return Optional.of(SqliteLock.LOCK);
    }

    @Override
    public StatementRules statementRules() {
        // Source: sqlite.org, sqlite3_complete(): a trigger ends with "; end ;".
        return new StatementRules(
                SqliteNames.LEXIS, Set.of(StatementRules.Trait.BODY_UNTIL_LAST_END), Set.of("trigger"));
    }

    @Override
    public SqlRenderer newRenderer() {
        return new SqliteRenderer(this);
    }

    @Override
    public String quote(String name) {
        return Identifiers.quoteIfNeeded(name);
    }
}
