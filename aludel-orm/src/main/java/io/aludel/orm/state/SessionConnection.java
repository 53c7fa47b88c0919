// SPDX-License-Identifier: Apache-2.0
package io.aludel.orm.state;

import io.aludel.core.dialect.Dialect;
import io.aludel.core.schema.Schema;
import io.aludel.engine.Engine;
import io.aludel.engine.EngineConnection;
import io.aludel.engine.Savepoint;
import io.aludel.engine.TransactionOptions;
import io.aludel.orm.error.SessionException;
import org.jspecify.annotations.Nullable;

/**
 * A session's way to the database. A transaction begins with the first statement; between transactions no connection is held. It also
 * knows when a session can no longer be used: closed, on a foreign thread, or after a flush that failed half-way.
 */
public final class SessionConnection {
    private final Engine engine;
    private final TransactionOptions options;
    private final Schema schema;
    private final Thread owner = Thread.currentThread();
    private @Nullable EngineConnection connection;
    private @Nullable Throwable failure;
    private boolean closed;

    /**
     * @param options what each of its transactions is like
     * @param schema the model's, by which violated constraints are told
     */
    public SessionConnection(Engine engine, TransactionOptions options, Schema schema) {
        this.engine = engine;
        this.options = options;
        this.schema = schema;
    }

    /** The connection, inside a transaction. */
    public EngineConnection get() {
        check();
        EngineConnection open = connection;
        if (open == null) {
            open = begin();
            connection = open;
        }
        return open;
    }

    private EngineConnection begin() {
        EngineConnection opened = engine.connect(schema);
        try {
            opened.begin(options);
            return opened;
        } catch (RuntimeException | Error e) {
            opened.close();
            throw e;
        }
    }

    public Dialect dialect() {
        return get().dialect();
    }

    public boolean isClosed() {
        return closed;
    }

    /** Whether a flush has failed, so that a rollback is due. */
    public boolean hasFailed() {
        return failure != null;
    }

    public boolean inTransaction() {
        return connection != null;
    }

    /** Refuses a session that is closed, on a foreign thread, or to be rolled back first. */
    public void check() {
        checkOpen();
        if (failure != null) {
            throw new SessionException(
                    "An earlier flush failed, and the session does not know any more what the database holds; roll back first. It failed"
                            + " with: " + failure.getMessage(),
                    failure);
        }
    }

    /** Refuses a session that is closed or on a foreign thread. */
    public void checkOpen() {
        if (Thread.currentThread() != owner) {
            throw new SessionException(
                    "The session was opened by thread \"" + owner.getName() + "\" and is used by thread \""
                            + Thread.currentThread().getName()
                            + "\"; a session is one thread's: open one for each, the session factory may be shared.");
        }
        if (closed) {
            throw new SessionException("The session is closed; open another from the session factory.");
        }
    }

    /** From now on nothing but a rollback is possible. */
    public void failed(Throwable cause) {
        failure = cause;
    }

    public void commit() {
        check();
        EngineConnection open = connection;
        if (open != null) {
            try {
                open.commit();
            } catch (RuntimeException e) {
                failed(e);
                throw e;
            }
            end();
        }
    }

    public void rollback() {
        checkOpen();
        EngineConnection open = connection;
        failure = null;
        if (open != null) {
            try {
                if (open.inTransaction()) {
                    open.rollback();
                }
            } finally {
                end();
            }
        }
    }

    public Savepoint savepoint() {
        return get().savepoint();
    }

    public void rollbackTo(Savepoint savepoint) {
        checkOpen();
        if (connection == null) {
            throw new SessionException("The savepoint is gone: its transaction has ended.");
        }
        connection.rollbackTo(savepoint);
        failure = null;
    }

    public void release(Savepoint savepoint) {
        get().release(savepoint);
    }

    /** Rolls back what is not committed. A second call does nothing. */
    public void close() {
        closed = true;
        end();
    }

    private void end() {
        EngineConnection open = connection;
        connection = null;
        if (open != null) {
            open.close();
        }
    }
}
