// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.mariadb;

import io.aludel.core.dialect.Capabilities;
import io.aludel.core.dialect.ChangeCosts;
import io.aludel.core.dialect.Ddl;
import io.aludel.core.dialect.Dialect;
import io.aludel.core.dialect.DriverArtifact;
import io.aludel.core.dialect.Dsn;
import io.aludel.core.dialect.Introspector;
import io.aludel.core.dialect.Isolation;
import io.aludel.core.dialect.JdbcTarget;
import io.aludel.core.dialect.MigrationLock;
import io.aludel.core.dialect.ReservedWords;
import io.aludel.core.dialect.Scratch;
import io.aludel.core.dialect.ServerIdentity;
import io.aludel.core.dialect.ServerVersion;
import io.aludel.core.dialect.SqlError;
import io.aludel.core.dialect.SqlRenderer;
import io.aludel.core.dialect.TransactionSetting;
import io.aludel.core.dialect.UnsupportedFeatureException;
import io.aludel.core.name.TableName;
import io.aludel.core.parse.Lexis;
import io.aludel.core.parse.StatementRules;
import io.aludel.core.schema.Sequence;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** MariaDB, or MySQL, which is another {@link Server} of the same language. */
public final class MariaDbDialect implements Dialect {
    static final String NAME = "mariadb";

    private final Server server;
    private final ServerVersion version;
    private final MariaDbTypes types;

    /** For the newest long-term version of MariaDB that is known. */
    public MariaDbDialect() {
        this(Server.MARIADB, Server.MARIADB.newest());
    }

    /**
     * For a server of that version.
     *
     * @throws UnsupportedFeatureException if it is older than what is supported
     */
    public MariaDbDialect(Server server, ServerVersion version) {
        Objects.requireNonNull(version, "version");
        if (version.compareTo(server.oldest()) < 0) {
            throw new UnsupportedFeatureException(
                    "support in Aludel for version " + version,
                    server.title(),
                    "Use version " + server.oldest() + " or newer.");
        }
        this.server = server;
        this.version = version;
        this.types = new MariaDbTypes(server.hasUuid(version), server.widestScale());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public ServerVersion version() {
        return version;
    }

    Server server() {
        return server;
    }

    @Override
    public Dialect forVersion(ServerVersion version) {
        return new MariaDbDialect(server, version);
    }

    @Override
    public Dialect forServer(ServerIdentity found) {
        return new MariaDbDialect(Server.of(found.product()), found.version());
    }

    @Override
    public String product() {
        return server == Server.MARIADB ? NAME : server.title();
    }

    @Override
    public Set<String> schemes() {
        return MariaDbTarget.SCHEMES;
    }

    @Override
    public boolean accepts(String jdbcUrl) {
        return MariaDbTarget.accepts(jdbcUrl);
    }

    @Override
    public JdbcTarget target(Dsn dsn) {
        return MariaDbTarget.of(dsn);
    }

    @Override
    public DriverArtifact driver() {
        return new DriverArtifact("org.mariadb.jdbc.Driver", "org.mariadb.jdbc:mariadb-java-client");
    }

    @Override
    public List<String> connectionSetup() {
        return List.of(MariaDbSession.SETUP);
    }

    @Override
    public Optional<String> connectionSetupUndo() {
        return Optional.of(MariaDbSession.UNDO);
    }

    /**
     * {@link Isolation#REPEATABLE_READ} is a conflict where the server would write over what it has not seen, if it is told so (MariaDB from 10.6.18
     * on); MySQL has no such word, but locks what a serializable transaction reads.
     */
    @Override
    public Optional<TransactionSetting> isolation(Isolation isolation) {
        if (isolation != Isolation.REPEATABLE_READ) {
            return Dialect.super.isolation(isolation);
        }
        return server == Server.MYSQL
                ? Dialect.super.isolation(Isolation.SERIALIZABLE)
                : Optional.of(MariaDbSession.SNAPSHOT);
    }

    @Override
    public TransactionSetting lockTimeout(Duration timeout) {
        return MariaDbSession.lockTimeout(timeout);
    }

    @Override
    public Optional<TransactionSetting> ddlLockTimeout(Duration timeout) {
        return Optional.of(MariaDbSession.lockTimeout(timeout));
    }

    @Override
    public Optional<String> grant(SQLException error, String user) {
        return MariaDbErrors.grant(said(error));
    }

    @Override
    public Optional<String> lockHolders(List<TableName> tables) {
        return Optional.of(MariaDbLock.TRANSACTIONS);
    }

    @Override
    public SqlError classify(SQLException error) {
        return MariaDbErrors.classify(error);
    }

    @Override
    public Capabilities capabilities() {
        return server.capabilities();
    }

    @Override
    public MariaDbTypes types() {
        return types;
    }

    @Override
    public Ddl ddl() {
        return new MariaDbDdl(this);
    }

    @Override
    public Introspector introspector() {
        return new MariaDbIntrospector(this);
    }

    @Override
    public ChangeCosts changeCosts() {
        return new MariaDbChangeCosts(server, version);
    }

    @Override
    public Scratch scratch() {
        return new MariaDbScratch(this);
    }

    @Override
    public Optional<MigrationLock> migrationLock() {
        return Optional.of(MariaDbLock.LOCK);
    }

    @Override
    public boolean cancelsAbandonedRows() {
        return true;
    }

    @Override
    public StatementRules statementRules() {
        return new StatementRules(
                new Lexis(false, true, false, false, false),
                Set.of(
                        StatementRules.Trait.BACKSLASH_ESCAPES,
                        StatementRules.Trait.HASH_COMMENTS,
                        StatementRules.Trait.DASHES_BEFORE_BLANK,
                        StatementRules.Trait.DELIMITER_LINES),
                Set.of("trigger", "procedure", "function", "event", "package"));
    }

    @Override
    public SqlRenderer newRenderer() {
        return new MariaDbRenderer(this);
    }

    @Override
    public Optional<String> nextValue(Sequence sequence) {
        return server == Server.MYSQL
                ? Optional.empty()
                : Optional.of("select next value for " + name(sequence.name()));
    }

    /** A table's or sequence's name, its schema before it. */
    String name(TableName name) {
        return name.schema() == null ? quote(name.name()) : quote(name.schema()) + "." + quote(name.name());
    }

    /** By backticks where quotes are needed, which {@code sql_mode} has no say in. */
    @Override
    public String quote(String name) {
        return ReservedWords.isPortable(name) ? name : Backticks.quote(name);
    }
}
