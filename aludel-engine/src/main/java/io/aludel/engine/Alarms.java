// SPDX-License-Identifier: Apache-2.0
package io.aludel.engine;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Does what is due when a time is up, for one engine. Its thread is there from the first use on. Safe to share between threads. */
final class Alarms implements AutoCloseable {
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable ScheduledThreadPoolExecutor clock;
    private boolean closed;

    /**
     * Sets one; after the end of the engine, whose connections are closed then, none.
     *
     * @param work done on a thread of its own, as it may have to reach a server that does not answer
     * @return what cancels it
     */
    Future<?> in(long nanos, Runnable work) {
        lock.lock();
        try {
            return closed
                    ? CompletableFuture.completedFuture(null)
                    : clock().schedule(() -> thread(work, "aludel-alarm").start(), nanos, TimeUnit.NANOSECONDS);
        } finally {
            lock.unlock();
        }
    }

    private ScheduledThreadPoolExecutor clock() {
        ScheduledThreadPoolExecutor running = clock;
        if (running == null) {
            running = new ScheduledThreadPoolExecutor(1, work -> thread(work, "aludel-clock"));
            running.setRemoveOnCancelPolicy(true);
            clock = running;
        }
        return running;
    }

    private static Thread thread(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            if (clock != null) {
                clock.shutdownNow();
            }
        } finally {
            lock.unlock();
        }
    }
}
