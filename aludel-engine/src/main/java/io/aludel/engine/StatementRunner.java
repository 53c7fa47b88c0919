// SPDX-License-Identifier: Apache-2.0
package io.aludel.engine;

import io.aludel.core.dialect.RenderedSql;
import io.aludel.core.dialect.RowChange;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Executes the statements of one connection: prepares them, or takes them as prepared before, and tells who listens what came of it. */
final class StatementRunner {
    /** What a statement's fetch size is where nobody has set one: all rows at once, it may be. */
    private static final int UNSET = 0;
    /** Rows fetched at a time when they are not wanted at once: many for one round trip, few for the memory. */
    private static final int FETCHED = 1_000;

    private final Connection jdbc;
    private final DialectAccess access;
    private final Transactions transactions;
    private final Running running;
    private final StatementCache prepared;

    StatementRunner(Connection jdbc, DialectAccess access, Transactions transactions, Running running) {
        this.jdbc = jdbc;
        this.access = access;
        this.transactions = transactions;
        this.running = running;
        this.prepared = new StatementCache(jdbc);
    }

    /** What is done with a prepared statement. */
    interface Work<R> {
        R with(PreparedStatement statement) throws SQLException;

        /** Rows that were changed, for those who listen. */
        long count(R result);
    }

    /** What a driver does without a statement of JDBC's. */
    interface Loading {
        void load() throws SQLException;

        /** From another thread. */
        void cancel() throws SQLException;
    }

    /** The values behind the {@code ?}s, one list for each execution; asked for only if somebody wants them. */
    interface Values extends Supplier<List<List<@Nullable Object>>> {}

    private Running.Cancel cancelling(Statement statement) {
        return new StatementCancel(statement, jdbc, access);
    }

    /** Executes a statement as it stands. What was prepared is forgotten: the schema may be another one afterwards. */
    void execute(String sql) {
        long limit = limit(sql);
        long start = access.statements().start(sql);
        try {
            forgetPrepared();
            try (Statement statement = jdbc.createStatement();
                    Running.Execution execution = running.begin(cancelling(statement), limit)) {
                statement.setEscapeProcessing(false);
                statement.execute(sql);
                access.statements()
                        .executed(sql, () -> List.of(List.of()), Math.max(statement.getUpdateCount(), 0), start, null);
            }
        } catch (SQLException e) {
            throw failed(sql, null, () -> List.of(List.of()), start, e);
        }
    }

    /**
     * As {@link #run}, for what changes rows.
     *
     * @param change which; null where nobody knows
     */
    <R> R change(String sql, @Nullable RowChange change, Values values, Work<R> work) {
        transactions.requireWriting(sql);
        return run(sql, change, values, work);
    }

    /** What the work gives by a prepared statement, which is free for the next one afterwards. */
    <R> R run(String sql, Values values, Work<R> work) {
        return run(sql, null, values, work);
    }

    private <R> R run(String sql, @Nullable RowChange change, Values values, Work<R> work) {
        long limit = limit(sql);
        long start = access.statements().start(sql);
        try {
            PreparedStatement statement = prepared.take(sql);
            R result;
            try (Running.Execution execution = running.begin(cancelling(statement), limit)) {
                result = work.with(statement);
            } catch (SQLException e) {
                closeAfter(e, statement);
                throw e;
            } catch (RuntimeException e) {
                closeAfter(e, statement);
                throw refused(sql, start, e);
            }
            prepared.release(sql, statement);
            access.statements().executed(sql, values, work.count(result), start, null);
            return result;
        } catch (SQLException e) {
            throw failed(sql, change, values, start, e);
        }
    }

    long update(RenderedSql sql, @Nullable Object... parameters) {
        return change(sql.sql(), sql.change(), values(sql, parameters), new Work<Long>() {
            @Override
            public Long with(PreparedStatement statement) throws SQLException {
                ValueBinder.bind(statement, sql, access.values().binding(sql), parameters);
                return (long) statement.executeUpdate();
            }

            @Override
            public long count(Long changed) {
                return changed;
            }
        });
    }

    /** Writes rows by a way of the driver's own. What goes wrong is thrown as it is, as only the caller knows what it says. */
    void load(String sql, long rows, Loading loading) throws SQLException {
        transactions.requireWriting(sql);
        long limit = limit(sql);
        long start = access.statements().start(sql);
        try (Running.Execution execution = running.begin(loading::cancel, limit)) {
            loading.load();
        } catch (SQLException e) {
            access.statements().executed(sql, List::of, 0, start, e);
            throw e;
        } catch (RuntimeException e) {
            throw refused(sql, start, e);
        }
        access.statements().executed(sql, List::of, rows, start, null);
    }

    /** The number that a query of our own gives, of which nobody is told. */
    long number(String sql) {
        try {
            PreparedStatement statement = prepared.take(sql);
            long number;
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                number = result.getLong(1);
            } catch (SQLException e) {
                closeAfter(e, statement);
                throw e;
            }
            prepared.release(sql, statement);
            return number;
        } catch (SQLException e) {
            throw access.errors().of(sql, e);
        }
    }

    /** @param streamed some rows at a time, where a driver would fetch them all at once */
    Rows query(boolean streamed, PreparedQuery query, @Nullable Object... parameters) {
        RenderedSql sql = query.sql();
        long limit = limit(sql.sql());
        long start = access.statements().start(sql.sql());
        try {
            PreparedStatement statement = prepared.take(sql.sql());
            Running.Execution execution = running.begin(cancelling(statement), limit);
            try {
                ValueBinder.bind(statement, sql, query.binds(), parameters);
                boolean sized = streamed && statement.getFetchSize() == UNSET;
                if (sized) {
                    statement.setFetchSize(FETCHED);
                }
                ResultSet result = statement.executeQuery();
                execution.resting();
                return new Rows(
                        sql.sql(),
                        result,
                        query.columns(),
                        access.errors(),
                        execution,
                        sized && access.dialect().cancelsAbandonedRows(),
                        (count, failure) -> ended(sql, parameters, statement, sized, count, start, failure));
            } catch (SQLException e) {
                execution.close();
                closeAfter(e, statement);
                throw e;
            } catch (RuntimeException e) {
                execution.close();
                closeAfter(e, statement);
                throw refused(sql.sql(), start, e);
            }
        } catch (SQLException e) {
            throw failed(sql.sql(), null, values(sql, parameters), start, e);
        }
    }

    private void ended(
            RenderedSql sql,
            @Nullable Object[] parameters,
            PreparedStatement statement,
            boolean sized,
            long count,
            long start,
            @Nullable SQLException failure) {
        try {
            if (failure == null && !jdbc.isClosed()) {
                if (sized) {
                    statement.setFetchSize(UNSET); // the next who wants it may be another
                }
                prepared.release(sql.sql(), statement);
            } else {
                statement.close();
            }
        } catch (SQLException e) {
            if (failure != null) {
                failure.addSuppressed(e);
            }
        }
        access.statements().executed(sql.sql(), values(sql, parameters), count, start, failure);
    }

    /** Forgets the prepared statements that are not in use. */
    void forgetPrepared() throws SQLException {
        prepared.clear();
    }

    /** SQLite goes on being interrupted, a rollback included, while there are statements that its driver keeps prepared. */
    void forgetInterrupted(EngineException interruption) {
        try {
            forgetPrepared();
        } catch (SQLException e) {
            interruption.addSuppressed(e);
        }
    }

    /** For good. */
    void close() {
        try {
            forgetPrepared();
        } catch (SQLException e) {
            throw access.errors().of("close a statement", null, e);
        }
    }

    private long limit(String sql) {
        transactions.requireGoing();
        return transactions.limit(sql);
    }

    private EngineException failed(
            String sql, @Nullable RowChange change, Values values, long start, SQLException failure) {
        EngineException exception = access.errors().ofChange(sql, change, failure);
        access.statements().executed(sql, values, 0, start, failure);
        return exception;
    }

    /** A value is wrong, above all: nobody knows what the values behind the {@code ?}s would have been. */
    private RuntimeException refused(String sql, long start, RuntimeException failure) {
        access.statements().executed(sql, List::of, 0, start, failure);
        return failure;
    }

    private static Values values(RenderedSql sql, @Nullable Object[] parameters) {
        return () -> List.of(Statements.row(ValueBinder.values(sql.binds(), parameters)));
    }

    private static void closeAfter(Exception failure, Statement statement) {
        try {
            statement.close();
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }
}
