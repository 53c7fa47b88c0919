// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.h2;

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
import io.aludel.core.dialect.TransactionSetting;
import io.aludel.core.dialect.Types;
import io.aludel.core.dialect.UnsupportedFeatureException;
import io.aludel.core.parse.Lexis;
import io.aludel.core.parse.StatementRules;
import io.aludel.core.schema.Sequence;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** H2 in its regular mode, in a file or in memory, from version 2.5 on. */
public final class H2Dialect implements Dialect {
    static final String NAME = "h2";

    /** Before it, the catalogue has {@code restrict} for every key that says nothing, which then would differ from the model for ever. */
    private static final ServerVersion OLDEST = new ServerVersion(2, 5);

    private static final ServerVersion NEWEST = new ServerVersion(2, 5);

    private final ServerVersion version;
    private final Types types = new H2Types();

    /** For the newest version known. */
    public H2Dialect() {
        this(NEWEST);
    }

    private H2Dialect(ServerVersion version) {
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
        if (version.compareTo(OLDEST) < 0) {
            throw new UnsupportedFeatureException(
                    "support in Aludel for version " + version, "H2", "Use version " + OLDEST + " or newer.");
        }
        return new H2Dialect(version);
    }

    @Override
    public Set<String> schemes() {
        return Set.of(NAME);
    }

    @Override
    public boolean accepts(String jdbcUrl) {
        return jdbcUrl.startsWith(H2Target.JDBC_PREFIX);
    }

    @Override
    public JdbcTarget target(Dsn dsn) {
        return H2Target.of(dsn);
    }

    @Override
    public JdbcTarget target(String jdbcUrl) {
        return H2Target.of(jdbcUrl);
    }

    @Override
    public DriverArtifact driver() {
        return new DriverArtifact("org.h2.Driver", "com.h2database:h2");
    }

    /** A session begins in the JVM's zone, and {@code current_date} would depend on the machine that asks. */
    @Override
    public List<String> connectionSetup() {
        return List.of("set time zone 'UTC'");
    }

    @Override
    public Optional<String> connectionSetupUndo() {
        return Optional.of("select 'set time zone ''' || SETTING_VALUE || '''' from INFORMATION_SCHEMA.SETTINGS"
                + " where SETTING_NAME = 'TIME ZONE'");
    }

    /** By H2's own level "snapshot": its "repeatable read" may show new rows, by its manual. */
    @Override
    public Optional<TransactionSetting> isolation(Isolation isolation) {
        if (isolation == Isolation.SERIALIZABLE) {
            throw new UnsupportedFeatureException(
                    "serializable transactions",
                    "H2",
                    "Use Isolation.REPEATABLE_READ, and lock what a decision rests on (for update).");
        }
        String level = isolation == Isolation.REPEATABLE_READ ? "snapshot" : isolation.sql();
        return Optional.of(TransactionSetting.ofSession(
                "set session characteristics as transaction isolation level " + level,
                "select 'set session characteristics as transaction isolation level ' || isolation_level"
                        + " from information_schema.sessions where session_id = session_id()"));
    }

    @Override
    public TransactionSetting lockTimeout(Duration timeout) {
        return TransactionSetting.ofSession(
                "set lock_timeout " + timeout.toMillis(), "select 'set lock_timeout ' || lock_timeout()");
    }

    @Override
    public SqlError classify(SQLException error) {
        return H2Errors.classify(error);
    }

    @Override
    public String said(SQLException error) {
        return H2Errors.said(error);
    }

    @Override
    public Capabilities capabilities() {
        return H2Capabilities.ALL;
    }

    @Override
    public Types types() {
        return types;
    }

    @Override
    public Ddl ddl() {
        return new H2Ddl(this);
    }

    @Override
    public Introspector introspector() {
        return new H2Introspector(types);
    }

    @Override
    public ChangeCosts changeCosts() {
        return new H2ChangeCosts();
    }

    @Override
    public Scratch scratch() {
        return new H2Scratch(this);
    }

    @Override
    public Optional<MigrationLock> migrationLock() {
        return Optional.of(H2Lock.LOCK);
    }

    @Override
    public StatementRules statementRules() {
        return new StatementRules(
                new Lexis(false, false, true, true, false), Set.of(StatementRules.Trait.SLASH_COMMENTS), Set.of());
    }

    @Override
    public SqlRenderer newRenderer() {
        return new H2Renderer(this);
    }

    /** H2's {@code nextval} takes a name as a text, and folds it even where it is quoted. */
    @Override
    public Optional<String> nextValue(Sequence sequence) {
        String schema = sequence.name().schema();
        return Optional.of("select next value for " + (schema == null ? "" : quote(schema) + ".")
                + quote(sequence.name().name()));
    }

    /** Always in quotes: only so is the name kept as it is whatever the database folds bare names to. */
    @Override
    public String quote(String name) {
        return Identifiers.quote(name);
    }
}
