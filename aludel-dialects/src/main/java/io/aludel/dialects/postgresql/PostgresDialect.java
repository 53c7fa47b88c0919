// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.postgresql;

import io.aludel.core.dialect.BulkLoader;
import io.aludel.core.dialect.Capabilities;
import io.aludel.core.dialect.Ddl;
import io.aludel.core.dialect.Dialect;
import io.aludel.core.dialect.DriverArtifact;
import io.aludel.core.dialect.Dsn;
import io.aludel.core.dialect.Identifiers;
import io.aludel.core.dialect.Introspector;
import io.aludel.core.dialect.JdbcTarget;
import io.aludel.core.dialect.MigrationLock;
import io.aludel.core.dialect.Scratch;
import io.aludel.core.dialect.ServerVersion;
import io.aludel.core.dialect.SqlError;
import io.aludel.core.dialect.SqlRenderer;
import io.aludel.core.dialect.TransactionSetting;
import io.aludel.core.dialect.Types;
import io.aludel.core.dialect.UnsupportedFeatureException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** PostgreSQL, from version 14 on. */
public final class PostgresDialect implements Dialect {
    static final String NAME = "postgresql";

    private static final int OLDEST = 14;
    private static final ServerVersion NEWEST = new ServerVersion(18, 0);

    private final ServerVersion version;
    private final Types types = new PostgresTypes();

    /** For the newest server known. */
    public PostgresDialect() {
        this(NEWEST);
    }

    private PostgresDialect(ServerVersion version) {
        this.version = version;
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
        Objects.requireNonNull(version, "version");
        if (!version.isAtLeast(OLDEST, 0)) {
            throw new UnsupportedFeatureException(
                    "support in Aludel for version " + version,
                    "PostgreSQL",
                    "Use a server of version " + OLDEST + " or newer.");
        }
        return new PostgresDialect(version);
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
    public SqlError classify(SQLException error) {
        return PostgresErrors.classify(error);
    }

    @Override
    public Capabilities capabilities() {
        return PostgresCapabilities.of(version);
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
    public Scratch scratch() {
        return new PostgresScratch(this);
    }

    @Override
    public Optional<MigrationLock> migrationLock() {
        return Optional.of(PostgresLock.LOCK);
    }

    @Override
    public Optional<BulkLoader> bulkLoader() {
        return Optional.of(new PostgresCopy(this));
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
