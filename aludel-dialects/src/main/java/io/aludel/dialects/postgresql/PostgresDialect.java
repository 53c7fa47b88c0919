// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.postgresql;

import io.aludel.core.dialect.BulkLoader;
import io.aludel.core.dialect.Capabilities;
import io.aludel.core.dialect.ChangeCosts;
import io.aludel.core.dialect.Ddl;
import io.aludel.core.dialect.Dialect;
import io.aludel.core.dialect.DriverArtifact;
import io.aludel.core.dialect.DriverCancel;
import io.aludel.core.dialect.Dsn;
import io.aludel.core.dialect.Identifiers;
import io.aludel.core.dialect.Introspector;
import io.aludel.core.dialect.JdbcTarget;
import io.aludel.core.dialect.MigrationLock;
import io.aludel.core.dialect.Scratch;
import io.aludel.core.dialect.ServerIdentity;
import io.aludel.core.dialect.ServerVersion;
import io.aludel.core.dialect.SqlError;
import io.aludel.core.dialect.SqlRenderer;
import io.aludel.core.dialect.TransactionSetting;
import io.aludel.core.dialect.Types;
import io.aludel.core.dialect.UnsupportedFeatureException;
import io.aludel.core.name.TableName;
import io.aludel.core.parse.StatementRules;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** PostgreSQL, or what speaks its language: CockroachDB, YugabyteDB, which are other {@link Server}s of the same dialect. */
public final class PostgresDialect implements Dialect {
    static final String NAME = "postgresql";

    private final Server server;
    private final ServerVersion version;
    private final Types types;

    /** For the newest version of PostgreSQL that is known. */
    public PostgresDialect() {
        this(Server.POSTGRESQL, Server.POSTGRESQL.newest());
    }

    /**
     * For a server of that version, as its maker counts: CockroachDB 25.2, YugabyteDB 2025.1.
     *
     * @throws UnsupportedFeatureException if it is older than what is supported
     */
    public PostgresDialect(Server server, ServerVersion version) {
        Objects.requireNonNull(version, "version");
        if (version.compareTo(server.oldest()) < 0) {
            throw new UnsupportedFeatureException(
                    "support in Aludel for version " + version,
                    server.title(),
                    "Use version " + server.oldest() + " or newer.");
        }
        this.server = server;
        this.version = version;
        this.types = new PostgresTypes(server == Server.COCKROACHDB);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public ServerVersion version() {
        return version;
    }

    @Override
    public Dialect forVersion(ServerVersion version) {
        return new PostgresDialect(server, version);
    }

    @Override
    public Dialect forServer(ServerIdentity found) {
        return new PostgresDialect(Server.of(found.product()), found.version());
    }

    @Override
    public String product() {
        return server == Server.POSTGRESQL ? NAME : server.title();
    }

    Server server() {
        return server;
    }

    /** Whether the server has the language of this version of PostgreSQL. */
    boolean speaks(int major) {
        return server.language(version).isAtLeast(major, 0);
    }

    @Override
    public Set<String> schemes() {
        return PostgresTarget.SCHEMES;
    }

    @Override
    public boolean accepts(String jdbcUrl) {
        return jdbcUrl.startsWith("jdbc:postgresql:");
    }

    @Override
    public JdbcTarget target(Dsn dsn) {
        return PostgresTarget.of(dsn);
    }

    @Override
    public DriverArtifact driver() {
        return new DriverArtifact("org.postgresql.Driver", "org.postgresql:postgresql");
    }

    /** The driver would make the JVM's zone the session's, and {@code current_date} would depend on the machine that asks. */
    @Override
    public List<String> connectionSetup() {
        return List.of("set time zone 'UTC'");
    }

    @Override
    public Optional<String> connectionSetupUndo() {
        return Optional.of("select 'set time zone ' || quote_literal(current_setting('TimeZone'))");
    }

    @Override
    public TransactionSetting lockTimeout(Duration timeout) {
        return TransactionSetting.ofTransaction("set local lock_timeout = " + timeout.toMillis());
    }

    @Override
    public Optional<TransactionSetting> ddlLockTimeout(Duration timeout) {
        return Optional.of(TransactionSetting.ofSession(
                "set lock_timeout = " + timeout.toMillis(),
                "select 'set lock_timeout = ' || quote_literal(current_setting('lock_timeout'))"));
    }

    @Override
    public Optional<String> grant(SQLException error, String user) {
        return PostgresErrors.grant(said(error), quote(user));
    }

    private String written(TableName table) {
        return table.schema() == null ? quote(table.name()) : quote(table.schema()) + "." + quote(table.name());
    }

    /** Not asked of YugabyteDB and CockroachDB, whose {@code pg_locks} is another. */
    @Override
    public Optional<String> lockHolders(List<TableName> tables) {
        return server == Server.POSTGRESQL && !tables.isEmpty()
                ? Optional.of(
                        PostgresLock.holders(tables.stream().map(this::written).toList()))
                : Optional.empty();
    }

    @Override
    public SqlError classify(SQLException error) {
        return PostgresErrors.classify(error);
    }

    @Override
    public Capabilities capabilities() {
        return PostgresCapabilities.of(server, version);
    }

    @Override
    public Types types() {
        return types;
    }

    @Override
    public Ddl ddl() {
        return new PostgresDdl(this);
    }

    @Override
    public Introspector introspector() {
        return new PostgresIntrospector(types);
    }

    @Override
    public ChangeCosts changeCosts() {
        return new PostgresChangeCosts();
    }

    @Override
    public Scratch scratch() {
        return new PostgresScratch(this);
    }

    @Override
    public Optional<MigrationLock> migrationLock() {
        return Optional.of(PostgresLock.of(server));
    }

    @Override
    public Optional<DriverCancel> driverCancel() {
        return Optional.of(new PostgresDriver());
    }

    /** YugabyteDB may commit while it copies, and CockroachDB knows fewer options of {@code copy}: they take statements of many rows. */
    @Override
    public Optional<BulkLoader> bulkLoader() {
        return server == Server.POSTGRESQL ? Optional.of(new PostgresCopy(this)) : Optional.empty();
    }

    @Override
    public StatementRules statementRules() {
        return new StatementRules(ScratchNames.LEXIS, Set.of(), Set.of("function", "procedure"));
    }

    @Override
    public SqlRenderer newRenderer() {
        return new PostgresRenderer(this);
    }

    @Override
    public String quote(String name) {
        return Identifiers.quoteIfNeeded(name);
    }
}
