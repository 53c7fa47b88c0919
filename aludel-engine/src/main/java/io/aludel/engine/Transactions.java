// SPDX-License-Identifier: Apache-2.0
package io.aludel.engine;

import io.aludel.core.dialect.TransactionMode;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The transactions of one connection, one after the other. */
final class Transactions {
    private final Connection jdbc;
    private final DialectAccess access;
    private final List<Savepoint> savepoints = new ArrayList<>();
    private @Nullable TransactionMode open;
    /** It was begun, and will be ended, by a statement instead of JDBC's means. */
    private boolean bySql;

    /** A connection of somebody else may only read anyway. */
    private boolean readOnlyBefore;

    private int savepointsMade;

    Transactions(Connection jdbc, DialectAccess access) {
        this.jdbc = jdbc;
        this.access = access;
    }

    boolean active() {
        return open != null;
    }

    void begin(TransactionMode mode) {
        if (open != null) {
            throw new EngineException("A transaction is open already; commit it, roll it back, or use a savepoint.");
        }
        Optional<String> begin = access.dialect().begin(mode);
        try {
            if (begin.isPresent()) {
                run(begin.get());
            } else {
                if (mode == TransactionMode.READ_ONLY) {
                    readOnlyBefore = jdbc.isReadOnly();
                    jdbc.setReadOnly(true);
                }
                jdbc.setAutoCommit(false);
            }
        } catch (SQLException e) {
            throw access.errors().of("begin a transaction", null, e);
        }
        bySql = begin.isPresent();
        open = mode;
        access.statements().began(mode);
    }

    /** A commit that fails ends the transaction too: some databases would leave it open. */
    void commit() {
        require("commit");
        try {
            if (bySql) {
                run("commit");
            } else {
                jdbc.commit();
            }
        } catch (SQLException e) {
            EngineException failure = access.errors().of(SqlErrors.COMMIT, null, e);
            try {
                rollback();
            } catch (EngineException rollback) {
                failure.addSuppressed(rollback);
            }
            throw failure;
        }
        ended();
        access.statements().committed();
    }

    /** Where the connection is lost, the database has done it already. */
    void rollback() {
        require("roll back");
        try {
            if (bySql) {
                rollbackBySql();
            } else if (!jdbc.isClosed()) {
                jdbc.rollback();
            }
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
        access.statements().rolledBack();
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
        require("set a savepoint");
        Savepoint savepoint = new Savepoint(++savepointsMade);
        execute("set a savepoint", "savepoint " + savepoint.name());
        savepoints.add(savepoint);
        return savepoint;
    }

    void rollbackTo(Savepoint savepoint) {
        int index = index(savepoint);
        execute("roll back to a savepoint", "rollback to savepoint " + savepoint.name());
        savepoints.subList(index + 1, savepoints.size()).clear();
    }

    void release(Savepoint savepoint) {
        int index = index(savepoint);
        execute("release a savepoint", "release savepoint " + savepoint.name());
        savepoints.subList(index, savepoints.size()).clear();
    }

    private int index(Savepoint savepoint) {
        int index = savepoints.indexOf(savepoint);
        if (index < 0) {
            throw new EngineException(
                    "The savepoint is gone: it was released, an earlier one was, or its transaction has ended.");
        }
        return index;
    }

    private void ended() {
        boolean readOnly = open == TransactionMode.READ_ONLY;
        open = null;
        savepoints.clear();
        try {
            if (bySql || jdbc.isClosed()) {
                return;
            }
            jdbc.setAutoCommit(true);
            if (readOnly) {
                jdbc.setReadOnly(readOnlyBefore);
            }
        } catch (SQLException e) {
            throw access.errors().of(SqlErrors.END, null, e);
        }
    }

    private void require(String what) {
        if (open == null) {
            throw new EngineException("There is no transaction to " + what + "; begin one first.");
        }
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
