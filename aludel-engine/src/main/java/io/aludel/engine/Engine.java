// SPDX-License-Identifier: Apache-2.0
package io.aludel.engine;

import io.aludel.core.dialect.Dialect;
import io.aludel.core.dialect.Dsn;
import io.aludel.core.dialect.JdbcTarget;
import io.aludel.core.dialect.ServerIdentity;
import io.aludel.core.dialect.SqlError;
import io.aludel.core.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A database, as a program has it: where it is, its dialect, and connections to it. Made once and shared between threads. It connects
 * when the first connection is asked for.
 */
public final class Engine implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger("io.aludel.engine");

    private final ConnectionSource source;
    private final EngineSettings settings;
    private final ReentrantLock firstContact = new ReentrantLock();
    private final Alarms alarms = new Alarms();
    private final Set<EngineConnection> open = ConcurrentHashMap.newKeySet();
    /** What is known of the dialect without asking the server. */
    private final @Nullable Dialect known;
    /** What it was made of; null if that was something else. */
    private final @Nullable Dsn dsn;

    private volatile @Nullable DialectAccess access;
    private volatile boolean closed;

    private Engine(ConnectionSource source, @Nullable Dialect known, @Nullable Dsn dsn, EngineSettings settings) {
        this.source = source;
        this.known = known;
        this.dsn = dsn;
        this.settings = settings;
    }

    /**
     * An engine for a DSN ({@code postgresql://user:password@host:5432/school}, {@code sqlite:school.db}) or a JDBC URL.
     *
     * @throws io.aludel.core.dialect.DsnException if the text cannot be read
     * @throws EngineException if no dialect takes it
     */
    public static Engine create(String dsnOrJdbcUrl) {
        return create(dsnOrJdbcUrl, EngineSettings.DEFAULT);
    }

    /** The names of all dialects that the program has, in order: {@code h2, postgresql, sqlite}. */
    public static List<String> dialectNames() {
        return DialectFinder.names();
    }

    /**
     * The dialect of that name, for the newest server that it knows.
     *
     * @throws EngineException if the program has none of that name; the message says which it has
     */
    public static Dialect dialect(String name) {
        return DialectFinder.byName(name);
    }

    public static Engine create(String dsnOrJdbcUrl, EngineSettings settings) {
        Objects.requireNonNull(dsnOrJdbcUrl, "dsnOrJdbcUrl");
        Objects.requireNonNull(settings, "settings");
        if (dsnOrJdbcUrl.toLowerCase(Locale.ROOT).startsWith("jdbc:")) {
            Dialect dialect = DialectFinder.byJdbcUrl(dsnOrJdbcUrl);
            return of(new TargetDriver(dialect, dialect.target(dsnOrJdbcUrl)), dialect, settings);
        }
        return create(Dsn.parse(dsnOrJdbcUrl), settings);
    }

    /** An engine for what needs to know the dialect but no database: it refuses to connect. */
    public static Engine withoutDatabase(Dialect dialect) {
        return new Engine(new NoConnections(dialect.name()), dialect, null, EngineSettings.DEFAULT);
    }

    private static Engine create(Dsn dsn, EngineSettings settings) {
        Dialect dialect = DialectFinder.byScheme(dsn.scheme());
        return of(new TargetDriver(dialect, dialect.target(dsn)), dialect, dsn, settings);
    }

    /** The same for another database of the same server. */
    Engine beside(String database) {
        if (dsn == null) {
            throw new EngineException("Where another database of " + description()
                    + " would be is not known, as the engine was not made by a DSN. Make it by one, such as"
                    + " postgresql://user@host/database, or give an empty database of your own.");
        }
        return create(dsn.withDatabase(database), settings);
    }

    /** An empty database with the settings of this one, which is gone when it is closed. */
    public ThrowawayDatabase throwaway() {
        return ThrowawayDatabase.of(this);
    }

    /** An engine for a data source, which stays its maker's to close. Its dialect is found by the first connection's URL. */
    public static Engine create(DataSource source) {
        return create(source, null, EngineSettings.DEFAULT);
    }

    public static Engine create(DataSource source, Dialect dialect) {
        return create(source, Objects.requireNonNull(dialect, "dialect"), EngineSettings.DEFAULT);
    }

    /**
     * As {@link #create(DataSource, Dialect)}.
     *
     * @param dialect null if it is to be found by the first connection's URL
     * @param settings of these, what concerns making connections is the data source's own
     */
    public static Engine create(DataSource source, @Nullable Dialect dialect, EngineSettings settings) {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(settings, "settings");
        return new Engine(new GivenConnections(source), dialect, null, settings);
    }

    /** An engine for a scratch place: the same dialect and driver, nobody listening. */
    static Engine inMemory(String url, Dialect dialect) {
        JdbcTarget target = new JdbcTarget(url, Map.of(), "the scratch place of " + dialect.name(), false, false);
        return of(new TargetDriver(dialect, target), dialect, EngineSettings.DEFAULT);
    }

    static Engine of(TargetDriver driver, Dialect dialect, EngineSettings settings) {
        return of(driver, dialect, null, settings);
    }

    private static Engine of(TargetDriver driver, Dialect dialect, @Nullable Dsn dsn, EngineSettings settings) {
        ConnectionSource source =
                driver.target().server() ? new PooledConnections(driver, settings) : new DirectConnections(driver);
        return new Engine(source, dialect, dsn, settings);
    }

    /**
     * The dialect: for the server's version once there was a connection, for the newest version before. Only for a data source whose
     * dialect was not given does this connect.
     */
    public Dialect dialect() {
        DialectAccess refined = access;
        if (refined != null) {
            return refined.dialect();
        }
        if (known != null) {
            return known;
        }
        try (EngineConnection connection = connect()) {
            return connection.dialect();
        }
    }

    /** The place for people and messages, without secrets: {@code localhost:5432/school}, {@code school.db}. */
    public String description() {
        return source.description();
    }

    /**
     * Whether there is a database, as far as that can be seen without connecting: false only for a file that is not there, which the first
     * connection would make. Who only wants to read asks this first, as the path may be mistyped.
     */
    public boolean exists() {
        return source.exists();
    }

    public EngineSettings settings() {
        return settings;
    }

    /**
     * A connection, in no transaction. Whoever asked for it closes it.
     *
     * @throws ConnectionFailureException if there is none to be had; the message names the place
     */
    public EngineConnection connect() {
        return connect(settings.schema());
    }

    /**
     * As {@link #connect()}.
     *
     * @param schema what is known of the database, instead of {@link EngineSettings#schema}
     */
    public EngineConnection connect(Schema schema) {
        Objects.requireNonNull(schema, "schema");
        if (closed) {
            throw new EngineException("The engine for " + description() + " is closed; make a new one.");
        }
        long start = System.nanoTime();
        Connection jdbc;
        try {
            jdbc = wrapped(source.open());
        } catch (SQLException e) {
            SQLException error = source.secrets().scrub(e);
            throw new ConnectionFailureException(
                    "ENG-004",
                    "Cannot connect to " + description() + ": " + SqlErrors.saidOfConnecting(known, error)
                            + source.advice(kind(e), e)
                                    .map(advice -> " " + advice)
                                    .orElse(""),
                    null,
                    error);
        }
        try {
            DialectAccess refined = access(jdbc);
            EngineConnection connection = new EngineConnection(this, jdbc, refined, schema);
            refined.statements().acquired(Duration.ofNanos(System.nanoTime() - start));
            open.add(connection);
            if (closed) {
                connection.abandon();
                throw new EngineException("The engine for " + description() + " was closed meanwhile; make a new one.");
            }
            return connection;
        } catch (RuntimeException | Error e) {
            closeAfter(e, jdbc);
            throw e;
        }
    }

    private Connection wrapped(Connection opened) {
        try {
            return settings.wrapper().apply(opened);
        } catch (RuntimeException | Error e) {
            closeAfter(e, opened);
            throw e;
        }
    }

    private SqlError.Kind kind(SQLException error) {
        return known == null ? SqlError.Kind.OTHER : known.classify(error).kind();
    }

    /** Gives the work a connection inside a transaction, which is committed if the work returns and rolled back if it throws. */
    public <R> R inTransaction(Function<EngineConnection, R> work) {
        return inTransaction(TransactionOptions.READ_WRITE, work);
    }

    /**
     * As {@link #inTransaction(Function)}, by options. Where they say {@link TransactionOptions#retrying}, the work may be done several times, each time in a new
     * transaction: what it does outside of the database is not undone.
     */
    public <R> R inTransaction(TransactionOptions options, Function<EngineConnection, R> work) {
        return retrying(options.retry(), () -> {
            try (EngineConnection connection = connect()) {
                connection.begin(options);
                R result = work.apply(connection);
                connection.commit();
                return result;
            }
        });
    }

    /**
     * Does the work, again if it fails by a {@link TransactionConflictException} or because of one, as often as {@code retry} says; then the last
     * failure is thrown, which knows how often it was tried. Where it is unknown whether something was written ({@link EngineException#outcome}), nothing
     * is done again.
     *
     * @param work begins and ends its own transaction
     */
    public <R> R retrying(Retry retry, Supplier<R> work) {
        return new Retrying(retry, this::tellRetry).run(work);
    }

    private void tellRetry(RetryEvent event) {
        DialectAccess refined = access;
        if (refined != null) {
            refined.statements().retrying(event);
        }
    }

    /** Creates what of the schema is not there yet, in dependency order; what is there stays as it is. */
    public void createAll(Schema schema) {
        try (EngineConnection connection = connect()) {
            new SchemaCreator(connection).createAll(schema);
        }
    }

    /** Drops what of the schema is there, with its rows, in reverse dependency order. */
    public void dropAll(Schema schema) {
        try (EngineConnection connection = connect()) {
            new SchemaCreator(connection).dropAll(schema);
        }
    }

    /** A place to try out schemas on a connection of its own, which is closed with it. */
    public ScratchPlace scratch() {
        EngineConnection connection = connect();
        try {
            return ScratchPlace.on(connection, true);
        } catch (RuntimeException | Error e) {
            connection.close();
            throw e;
        }
    }

    /** Closes all connections; a warning is logged if some were still in use. A second call does nothing. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        if (!open.isEmpty()) {
            LOG.warn(
                    "The engine for {} is closed while {} of its connections are in use; they are closed too. Close each where it was"
                            + " opened.",
                    description(),
                    open.size());
            for (EngineConnection connection : Set.copyOf(open)) {
                connection.abandon();
            }
        }
        alarms.close();
        source.close();
    }

    Alarms alarms() {
        return alarms;
    }

    void closed(EngineConnection connection) {
        open.remove(connection);
    }

    private DialectAccess access(Connection jdbc) {
        DialectAccess refined = access;
        if (refined == null) {
            firstContact.lock();
            try {
                refined = access;
                if (refined == null) {
                    refined = contact(jdbc);
                    access = refined;
                }
            } finally {
                firstContact.unlock();
            }
        }
        return refined;
    }

    private DialectAccess contact(Connection jdbc) {
        Dialect dialect = known == null ? DialectFinder.byJdbcUrl(url(jdbc)) : known;
        DialectAccess unrefined = new DialectAccess(dialect, source, settings);
        Running running = new Running(alarms);
        StatementRunner statements =
                new StatementRunner(jdbc, unrefined, new Transactions(jdbc, unrefined, running), running);
        ServerIdentity server = dialect.introspector().server(new Catalog(jdbc, statements));
        statements.close();
        return new DialectAccess(dialect.forServer(server), source, settings);
    }

    private String url(Connection jdbc) {
        SQLException refusal = null;
        try {
            String url = jdbc.getMetaData().getURL();
            if (url != null && url.startsWith("jdbc:")) {
                return url;
            }
        } catch (SQLException e) {
            refusal = source.secrets().scrub(e);
        }
        throw new EngineException(
                "ENG-005",
                "A connection of " + description()
                        + " does not tell its JDBC URL, so its dialect is unknown; give one.",
                null,
                refusal);
    }

    private static void closeAfter(Throwable failure, Connection jdbc) {
        try {
            jdbc.close();
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }

    /** The dialect, where it is known, and the place. */
    @Override
    public String toString() {
        DialectAccess refined = access;
        Dialect dialect = refined == null ? known : refined.dialect();
        return "Engine[" + (dialect == null ? "" : dialect.name() + " ") + description() + "]";
    }
}
