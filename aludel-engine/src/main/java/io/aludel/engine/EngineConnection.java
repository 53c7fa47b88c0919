// SPDX-License-Identifier: Apache-2.0
package io.aludel.engine;

import io.aludel.core.dialect.CatalogReader;
import io.aludel.core.dialect.Dialect;
import io.aludel.core.dialect.RenderedSql;
import io.aludel.core.dialect.SqlError;
import io.aludel.core.dialect.TransactionMode;
import io.aludel.core.expr.InsertRows;
import io.aludel.core.schema.Schema;
import io.aludel.core.type.RowReader;
import io.aludel.core.type.ValueType;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A connection to the database: transactions, statements, rows. Without a transaction each statement is one of its own. One thread at a
 * time.
 */
public final class EngineConnection implements AutoCloseable {
    private final Engine engine;
    private final Schema schema;
    private final Connection jdbc;
    private final DialectAccess access;
    private final Running running;
    private final Transactions transactions;
    private final StatementRunner statements;
    private final long acquired;
    /** How a connection of somebody else is given back; null for the engine's own. */
    private final @Nullable GivenState given;

    /** By its own thread, or by the engine's end in another one. */
    private final AtomicBoolean closed = new AtomicBoolean();
    /** Whether a statement has said so. */
    private boolean lost;

    EngineConnection(Engine engine, Connection jdbc, DialectAccess access, Schema schema) {
        this.engine = engine;
        this.schema = schema;
        this.jdbc = jdbc;
        this.running = new Running(engine.alarms());
        this.access = access.on(new State());
        this.transactions = new Transactions(jdbc, this.access, running);
        this.statements = new StatementRunner(jdbc, this.access, transactions, running);
        this.acquired = System.nanoTime();
        this.given = access.givenSource() ? setUp() : null;
    }

    private GivenState setUp() {
        try {
            return GivenState.setUp(jdbc, access.dialect());
        } catch (SQLException e) {
            throw access.errors().of("set up a connection", null, e);
        }
    }

    public Engine engine() {
        return engine;
    }

    /** The dialect for the server's version. */
    public Dialect dialect() {
        return access.dialect();
    }

    /** How values get in and out on this connection. */
    public ValueBinder values() {
        return access.values();
    }

    /** Begins a transaction that may write; where a database has one writer at a time, it waits for its turn here. */
    public void begin() {
        begin(TransactionOptions.READ_WRITE);
    }

    public void begin(TransactionMode mode) {
        begin(TransactionOptions.of(mode));
    }

    /**
     * Begins a transaction.
     *
     * @throws io.aludel.core.dialect.UnsupportedFeatureException if the database cannot have one like that
     */
    public void begin(TransactionOptions options) {
        open().begin(options);
    }

    /** Commits. If that fails, the transaction is rolled back. */
    public void commit() {
        open().commit();
    }

    public void rollback() {
        open().rollback();
    }

    public boolean inTransaction() {
        return transactions.active();
    }

    public Savepoint savepoint() {
        return open().savepoint();
    }

    /** Undoes what happened since the savepoint, which remains; later ones are gone. */
    public void rollbackTo(Savepoint savepoint) {
        open().rollbackTo(savepoint);
    }

    /** Forgets the savepoint and later ones; what happened since remains. */
    public void release(Savepoint savepoint) {
        open().release(savepoint);
    }

    /**
     * Cancels what this connection is executing, or is reading the rows of; the only method that is called by another thread. The statement fails with a
     * {@link StatementCancelledException}; whether its transaction can go on by a savepoint depends on the database, so roll it back. Waiting for locks
     * cannot be cancelled on every database.
     *
     * @return false if nothing was at work
     */
    public boolean cancel() {
        try {
            return running.cancel();
        } catch (SQLException e) {
            throw new EngineException(
                    "What " + engine.description() + " is executing cannot be cancelled: " + SqlErrors.said(e),
                    null,
                    e);
        }
    }

    /** Executes one statement as it stands, without values: DDL, above all. */
    public void execute(String sql) {
        open();
        statements.execute(sql);
    }

    /**
     * Executes a statement that changes rows.
     *
     * @param parameters what the statement's {@link io.aludel.core.expr.Parameter}s stand for, by position
     * @return rows changed
     */
    public long update(RenderedSql sql, @Nullable Object... parameters) {
        open();
        return statements.update(sql, parameters);
    }

    /**
     * Executes a query. Close the rows; reading them to the end does it too.
     *
     * @param types of the columns, in their order
     * @param parameters what the statement's {@link io.aludel.core.expr.Parameter}s stand for, by position
     */
    public Rows query(RenderedSql sql, List<? extends ValueType<?>> types, @Nullable Object... parameters) {
        return query(prepare(sql, types), parameters);
    }

    /** As {@link #query(RenderedSql, List, Object...)}, of a query that was made ready by {@link #prepare}. */
    public Rows query(PreparedQuery query, @Nullable Object... parameters) {
        open();
        return statements.query(false, query, parameters);
    }

    /**
     * Makes a query ready to be executed again and again, by all connections of the engine.
     *
     * @param types of the columns, in their order
     */
    public PreparedQuery prepare(RenderedSql sql, List<? extends ValueType<?>> types) {
        return new PreparedQuery(sql, types, access.values());
    }

    /**
     * As {@link #query(RenderedSql, List, Object...)}, for more rows than memory holds: where a driver would fetch them all at once, it is told to fetch some at a time. It does so
     * inside a transaction only, whose end is also the end of the rows. A number of rows that the DSN gives stays as it is.
     */
    public Rows stream(RenderedSql sql, List<? extends ValueType<?>> types, @Nullable Object... parameters) {
        return stream(prepare(sql, types), parameters);
    }

    /** As {@link #stream(RenderedSql, List, Object...)}, of a query that was made ready by {@link #prepare}. */
    public Rows stream(PreparedQuery query, @Nullable Object... parameters) {
        open();
        return statements.query(true, query, parameters);
    }

    /** All rows of a query, each read by {@code reader}, in their order. */
    public <R> List<R> list(
            RenderedSql sql,
            List<? extends ValueType<?>> types,
            Function<? super RowReader, ? extends R> reader,
            @Nullable Object... parameters) {
        List<R> result = new ArrayList<>();
        try (Rows rows = query(sql, types, parameters)) {
            while (rows.next()) {
                result.add(reader.apply(rows));
            }
        }
        return result;
    }

    /**
     * Executes a statement once for each row of parameters, in batches.
     *
     * @return for each the rows changed, or {@link Statement#SUCCESS_NO_INFO} where the driver does not tell
     */
    public int[] batch(RenderedSql sql, List<@Nullable Object[]> rows) {
        open();
        return rows.isEmpty() ? new int[0] : new Batch(access, statements).execute(sql, rows);
    }

    /**
     * Inserts rows, as many at once as the database takes.
     *
     * @param rows the values of each row, in the order of the insert's columns
     * @return the generated keys in the order of the rows; empty if the insert asks for none
     */
    public long[] insert(InsertRows insert, List<@Nullable Object[]> rows) {
        open();
        return new Inserts(jdbc, access, statements).insert(insert, rows);
    }

    /**
     * Inserts rows as they come, in bounded memory and by the fastest way that the database has: {@code copy} on PostgreSQL, batches on
     * MariaDB, statements of many rows elsewhere. All rows or none: in the open transaction, or in one of its own. The iterator may use this connection itself; what it throws is
     * thrown on.
     *
     * @param insert asks for no generated key
     * @param rows the values of each row, in the order of the insert's columns; the same array may be given again and again
     * @return the number of rows given
     */
    public long bulkInsert(InsertRows insert, Iterator<@Nullable Object[]> rows) {
        open();
        return new BulkInserts(this, jdbc, access, statements).insert(insert, rows);
    }

    /**
     * Deletes all rows of the schema's tables, and lets their identity columns count from the beginning again; in the open transaction, or in
     * one of its own. On a server others cannot read these tables until the transaction ends. See {@link
     * io.aludel.core.dialect.Ddl#deleteAllRows} for triggers, and tables outside the schema.
     */
    public void deleteAllRows(Schema schema) {
        boolean own = !open().active();
        if (own) {
            begin();
        }
        try {
            new DdlRunner(this).apply(dialect().ddl().deleteAllRows(schema));
        } catch (RuntimeException | Error e) {
            if (own) {
                rollbackAfter(e);
            }
            throw e;
        }
        if (own) {
            commit();
        }
    }

    private void rollbackAfter(Throwable failure) {
        try {
            rollback();
        } catch (EngineException e) {
            failure.addSuppressed(e);
        }
    }

    /** Runs a dialect's own queries on this connection. */
    public CatalogReader catalog() {
        open();
        return new Catalog(jdbc, statements);
    }

    /** A place to try out schemas; what is tried inside this connection is undone when the place is closed. */
    public ScratchPlace scratch() {
        open();
        return ScratchPlace.on(this, false);
    }

    public boolean isClosed() {
        return closed.get();
    }

    /** Rolls back an open transaction, and gives the connection back. A second call does nothing. */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        boolean interrupted = Thread.interrupted(); // H2 would not finish the closing of its file
        try {
            closeAll();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void closeAll() {
        engine.closed(this);
        EngineException failure = null;
        try {
            if (transactions.active()) {
                transactions.rollback();
            }
        } catch (EngineException e) {
            failure = e;
        }
        running.unlimited();
        try {
            statements.forgetPrepared();
            if (given != null && !jdbc.isClosed()) {
                given.restore(jdbc);
            }
        } catch (SQLException e) {
            failure = also(failure, access.errors().of("close a connection", null, e));
        }
        boolean toldLost = lost;
        try {
            jdbc.close();
        } catch (SQLException e) {
            // That it was lost is no news; a pool may learn it now, and throws the connection away.
            EngineException closing = access.errors().of("close a connection", null, e);
            if (!(toldLost && closing instanceof ConnectionFailureException)) {
                failure = also(failure, closing);
            }
        }
        tellReleased();
        if (failure != null) {
            throw failure;
        }
    }

    /**
     * The engine goes: another thread may be using this connection, so that only what is safe then is done. What it executes is cancelled: some drivers
     * wait for its end before they close.
     */
    void abandon() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        try {
            running.cancel();
        } catch (SQLException ignored) {
            // then it is waited for
        }
        try {
            jdbc.close();
        } catch (SQLException ignored) {
            // it is thrown away
        }
        tellReleased();
    }

    private void tellReleased() {
        access.statements().released(Duration.ofNanos(System.nanoTime() - acquired));
    }

    private static EngineException also(@Nullable EngineException failure, EngineException closing) {
        if (failure == null) {
            return closing;
        }
        failure.addSuppressed(closing);
        return failure;
    }

    private Transactions open() {
        if (closed.get()) {
            throw new EngineException(
                    "The connection to " + engine.description() + " is closed; ask the engine for another.");
        }
        return transactions;
    }

    private final class State implements Circumstances {
        @Override
        public boolean inTransaction() {
            return transactions.active();
        }

        @Override
        public boolean readOnly() {
            return transactions.readOnly();
        }

        @Override
        public boolean late() {
            return running.late();
        }

        @Override
        public Timeouts timeouts() {
            return transactions.timeouts();
        }

        @Override
        public Schema schema() {
            return schema;
        }

        @Override
        public void failed(SqlError.Kind kind, EngineException error) {
            lost |= kind == SqlError.Kind.CONNECTION_FAILURE;
            transactions.failed(kind, error);
            if (kind == SqlError.Kind.CANCELLED) {
                statements.forgetInterrupted(error);
            }
        }
    }

    @Override
    public String toString() {
        return "EngineConnection[" + engine.description()
                + (closed.get() ? ", closed" : inTransaction() ? ", in a transaction" : "") + "]";
    }
}
