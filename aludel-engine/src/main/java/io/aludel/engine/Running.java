// SPDX-License-Identifier: Apache-2.0
package io.aludel.engine;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a connection executes at this moment, so that another thread, or the time, can end it. Safe to share between threads. */
final class Running {
    private static final Logger LOG = LoggerFactory.getLogger("io.aludel.engine");

    /** No limit. */
    static final long ENDLESS = Long.MAX_VALUE;

    /** Nanoseconds until a statement that was cancelled, and is at work nevertheless, is cancelled again. */
    private static final long REPEATED = 50_000_000;

    private static final VarHandle AT_WORK = atWork();

    private final Alarms alarms;
    /** Held while a statement is cancelled, so that it cannot end meanwhile and be at work for somebody else. */
    private final ReentrantLock lock = new ReentrantLock();

    private final List<Execution> executions = new ArrayList<>();
    /** Whether the last one that was cancelled had taken too long. */
    private volatile boolean late;

    /** Asks the database to end what is at work. */
    interface Cancel {
        void now() throws SQLException;

        /** Once more, as it took no notice. */
        default void again() throws SQLException {
            now();
        }
    }

    Running(Alarms alarms) {
        this.alarms = alarms;
    }

    /**
     * Something is about to be executed.
     *
     * @param limit after so many nanoseconds it is cancelled, or {@link #ENDLESS}
     * @return what is closed when its last row was read
     */
    Execution begin(Cancel cancel, long limit) {
        Execution execution = new Execution(cancel);
        lock.lock();
        try {
            if (executions.isEmpty()) {
                late = false;
            }
            executions.add(execution);
        } finally {
            lock.unlock();
        }
        if (limit != ENDLESS) {
            execution.alarm = alarms.in(limit, execution::tooLate);
        }
        return execution;
    }

    boolean late() {
        return late;
    }

    /** Cancels what is at work, and refuses what rows are still to be read; false if there is neither. */
    boolean cancel() throws SQLException {
        lock.lock();
        try {
            SQLException failure = null;
            for (Execution execution : executions) {
                try {
                    execution.cancel();
                } catch (SQLException e) {
                    failure = e;
                }
            }
            if (failure != null) {
                throw failure;
            }
            return !executions.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    /** The transaction has ended, and with it the limits of what was begun in it: rows that are still open are in nobody's way any more. */
    void unlimited() {
        lock.lock();
        try {
            executions.forEach(Execution::unlimited);
        } finally {
            lock.unlock();
        }
    }

    private static VarHandle atWork() {
        try {
            return MethodHandles.lookup().findVarHandle(Execution.class, "atWork", boolean.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private interface Cancelling {
        void run() throws SQLException;
    }

    final class Execution implements AutoCloseable {
        private final Cancel cancel;
        /** Written for each row by the connection's thread, and read by who cancels, a little later if need be. */
        @SuppressWarnings("unused") // by AT_WORK
        private boolean atWork = true;

        private volatile boolean cancelled;
        /** Whether the database has been told. */
        private boolean told;

        /** Whether it is still cancelled when its time is up, and again until it is done. */
        private boolean limited = true;

        private @Nullable Future<?> alarm;
        private @Nullable Future<?> again;

        private Execution(Cancel cancel) {
            this.cancel = cancel;
        }

        /**
         * Rows are open, and nobody asks for the next one. What the connection does meanwhile is something else, which must not be hit by what is meant for
         * these rows; they are refused when they are asked for again.
         */
        void resting() {
            AT_WORK.setOpaque(this, false);
        }

        /** The next row is asked for. */
        void working() {
            AT_WORK.setOpaque(this, true);
        }

        /** Said again and again until it is done: a driver that has not sent the statement yet takes no notice. */
        private void cancel() throws SQLException {
            cancelled = true;
            limited = true;
            if (again != null) {
                again.cancel(false);
            }
            again = alarms.in(REPEATED, this::cancelAgain);
            if (!(boolean) AT_WORK.getOpaque(this)) {
                return;
            }
            if (told) {
                cancel.again();
            } else {
                told = true;
                cancel.now();
            }
        }

        private void cancelAgain() {
            whileAtWork(this::cancel);
        }

        private void tooLate() {
            whileAtWork(() -> {
                late = true;
                cancel();
            });
        }

        private void whileAtWork(Cancelling cancelling) {
            lock.lock();
            try {
                if (limited && executions.contains(this)) {
                    cancelling.run();
                }
            } catch (SQLException e) {
                LOG.warn("A statement could not be cancelled: {}", SqlErrors.said(e));
            } finally {
                lock.unlock();
            }
        }

        private void unlimited() {
            limited = false;
            cancelAlarms();
        }

        private void cancelAlarms() {
            if (alarm != null) {
                alarm.cancel(false);
            }
            if (again != null) {
                again.cancel(false);
            }
        }

        /** Cancels it, as nobody wants its rows any more; if that fails, they are read for nothing. */
        void abandon() {
            lock.lock();
            try {
                cancel.now();
            } catch (SQLException e) {
                LOG.debug("A query whose rows nobody wants could not be cancelled.", e);
            } finally {
                lock.unlock();
            }
        }

        /** Between rows, when the database has nothing to cancel. */
        void requireGoing() throws SQLException {
            if (cancelled) {
                throw new SQLTimeoutException("The statement was cancelled while its rows were read", "57014");
            }
        }

        /** The statement is done. A second call does nothing. */
        @Override
        public void close() {
            lock.lock();
            try {
                executions.remove(this);
                cancelAlarms();
            } finally {
                lock.unlock();
            }
        }
    }
}
