// SPDX-License-Identifier: Apache-2.0
package io.aludel.engine;

import io.aludel.core.dialect.Feature;
import io.aludel.core.dialect.SqlError;
import io.aludel.core.dialect.TransactionMode;
import io.aludel.core.dialect.TransactionSetting;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The transactions of one connection, one after the other. */
final class Transactions {
    private final Connection jdbc;
    private final DialectAccess access;
    private final Running running;
    private final SessionSettings session;
    private @Nullable OpenTransaction open;
    /** It was begun, and will be ended, by a statement instead of JDBC's means. */
    private boolean bySql;

    /** A connection of somebody else may only read anyway. */
    private boolean readOnlyBefore;

    private int savepointsMade;

    Transactions(Connection jdbc, DialectAccess access, Running running) {
        this.jdbc = jdbc;
        this.access = access;
        this.running = running;
        this.session = new SessionSettings(jdbc);
    }

    boolean active() {
        return open != null;
    }

    boolean readOnly() {
        return open != null && open.options().readOnly();
    }

    void begin(TransactionOptions options) {
        if (open != null) {
            throw new EngineException("A transaction is open already; commit it, roll it back, or use a savepoint.");
        }
        long start = System.nanoTime();
        List<TransactionSetting> settings = SessionSettings.of(options, access.dialect());
        try {
            for (TransactionSetting setting : settings) {
                session.set(setting);
            }
            start(options.mode());
            open = new OpenTransaction(options, start);
            for (TransactionSetting setting : settings) {
                if (setting.undoQuery() == null) {
                    run(setting.sql());
                }
            }
        } catch (SQLException e) {
            throw notBegun(access.errors().of("begin a transaction", null, e));
        }
        access.statements().began(open.event(start));
    }

    private void start(TransactionMode mode) throws SQLException {
        Optional<String> begin = access.dialect().begin(mode);
        bySql = begin.isPresent();
        if (bySql) {
            run(begin.get());
            return;
        }
        if (mode == TransactionMode.READ_ONLY) {
            readOnlyBefore = jdbc.isReadOnly();
            jdbc.setReadOnly(true);
        }
        jdbc.setAutoCommit(false);
    }

    private EngineException notBegun(EngineException failure) {
        try {
            if (open == null) {
                session.undo();
            } else {
                undo();
                ended();
            }
        } catch (SQLException | EngineException e) {
            failure.addSuppressed(e);
        }
        return failure;
    }

    /** A commit that fails ends the transaction too: some databases would leave it open. */
    void commit() {
        OpenTransaction committed = require("commit");
        requireCommittable(committed);
        long start = System.nanoTime();
        try {
            if (bySql) {
                run("commit");
            } else {
                jdbc.commit();
            }
        } catch (SQLException e) {
            throw rolledBackAfter(access.errors().of(SqlErrors.COMMIT, null, e));
        }
        ended();
        access.statements().committed(committed.event(start));
    }

    private void requireCommittable(OpenTransaction transaction) {
        if (transaction.end() != null) {
            throw rolledBackAfter(access.errors().over(transaction.end()));
        }
        if (transaction.isLate()) {
            throw rolledBackAfter(access.errors().late(transaction.options().timeouts(), null));
        }
    }

    private EngineException rolledBackAfter(EngineException failure) {
        try {
            rollback();
        } catch (EngineException rollback) {
            failure.addSuppressed(rollback);
        }
        return failure;
    }

    /** Where the connection is lost, the database has done it already. */
    void rollback() {
        OpenTransaction rolledBack = require("roll back");
        long start = System.nanoTime();
        try {
            undo();
        } catch (SQLException e) {
            EngineException failure = access.errors().of("roll back", null, e);
            try {
                ended();
            } catch (EngineException also) {
                failure.addSuppressed(also);
            }
            throw failure;
        }
        ended();
        access.statements().rolledBack(rolledBack.event(start));
    }

    private void undo() throws SQLException {
        if (bySql) {
            rollbackBySql();
        } else if (!jdbc.isClosed()) {
            jdbc.rollback();
        }
    }

    /** SQLite itself rolls back when, for one, the disk is full; then there is nothing to roll back, and a transaction can be begun. */
    private void rollbackBySql() throws SQLException {
        try {
            run("rollback");
        } catch (SQLException e) {
            try {
                run(access.dialect().begin(TransactionMode.READ_ONLY).orElseThrow());
                run("rollback");
            } catch (SQLException stillOpen) {
                throw e;
            }
        }
    }

    Savepoint savepoint() {
        OpenTransaction transaction = require("set a savepoint");
        requireGoing();
        Savepoint savepoint = new Savepoint(++savepointsMade);
        execute("set a savepoint", "savepoint " + savepoint.name());
        transaction.savepoints().add(savepoint);
        return savepoint;
    }

    void rollbackTo(Savepoint savepoint) {
        List<Savepoint> later = from(savepoint);
        requireGoing();
        execute("roll back to a savepoint", "rollback to savepoint " + savepoint.name());
        later.subList(1, later.size()).clear();
    }

    void release(Savepoint savepoint) {
        List<Savepoint> released = from(savepoint);
        requireGoing();
        execute("release a savepoint", "release savepoint " + savepoint.name());
        released.clear();
    }

    /** The savepoint and later ones. */
    private List<Savepoint> from(Savepoint savepoint) {
        List<Savepoint> all = open == null ? List.of() : open.savepoints();
        int index = all.indexOf(savepoint);
        if (index < 0) {
            throw new EngineException(
                    "The savepoint is gone: it was released, an earlier one was, or its transaction has ended.");
        }
        return all.subList(index, all.size());
    }

    private void ended() {
        boolean readOnly = readOnly();
        open = null;
        running.unlimited();
        try {
            if (jdbc.isClosed()) {
                return;
            }
            if (!bySql) {
                jdbc.setAutoCommit(true);
                if (readOnly) {
                    jdbc.setReadOnly(readOnlyBefore);
                }
            }
            session.undo();
        } catch (SQLException e) {
            throw access.errors().of(SqlErrors.END, null, e);
        }
    }

    /** Refuses a statement in a transaction that the database has ended: it could be in none. */
    void requireGoing() {
        if (open != null && open.end() != null) {
            throw access.errors().over(open.end());
        }
    }

    /** Where the database would let a transaction write that was begun to read. */
    void requireWriting(String sql) {
        if (readOnly() && !access.dialect().capabilities().has(Feature.READ_ONLY_TRANSACTIONS)) {
            throw access.errors().onlyReading(sql);
        }
    }

    /**
     * How long a statement may take that begins now, in nanoseconds.
     *
     * @throws StatementTimeoutException if the transaction's time is up
     */
    long limit(String sql) {
        if (open == null) {
            return Running.ENDLESS;
        }
        if (open.isLate()) {
            throw access.errors().late(open.options().timeouts(), sql);
        }
        return open.limit();
    }

    /** The limits of the open transaction. */
    Timeouts timeouts() {
        return open == null ? Timeouts.NONE : open.options().timeouts();
    }

    /** An error has come; some end the transaction. */
    void failed(SqlError.Kind kind, EngineException error) {
        if (open != null && access.dialect().endingTransaction().contains(kind)) {
            open.end(error);
        }
    }

    private OpenTransaction require(String what) {
        OpenTransaction transaction = open;
        if (transaction == null) {
            throw new EngineException("There is no transaction to " + what + "; begin one first.");
        }
        return transaction;
    }

    private void execute(String attempted, String sql) {
        try {
            run(sql);
        } catch (SQLException e) {
            throw access.errors().of(attempted, sql, e);
        }
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = jdbc.createStatement()) {
            statement.execute(sql);
        }
    }
}
