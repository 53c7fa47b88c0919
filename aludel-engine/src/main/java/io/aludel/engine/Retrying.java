// SPDX-License-Identifier: Apache-2.0
package io.aludel.engine;

import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Does one piece of work until it meets nobody. */
final class Retrying {
    /** Deeper than any chain of causes that is no circle. */
    private static final int DEEPEST = 50;

    private final Retry retry;
    private final Consumer<RetryEvent> listener;

    Retrying(Retry retry, Consumer<RetryEvent> listener) {
        this.retry = retry;
        this.listener = listener;
    }

    <R> R run(Supplier<R> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return work.get();
            } catch (RuntimeException e) {
                TransactionConflictException conflict = conflict(e);
                if (conflict == null) {
                    throw e;
                }
                conflict.attempts(attempt);
                if (attempt >= retry.attempts() || !pause(attempt, e)) {
                    throw e;
                }
            }
        }
    }

    /** Null where the failure is of another kind, or something may have been written all the same. */
    private static @Nullable TransactionConflictException conflict(RuntimeException failure) {
        TransactionConflictException found = null;
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (cause instanceof EngineException e && e.outcome() == EngineException.Outcome.UNKNOWN) {
                return null;
            }
            if (found == null && cause instanceof TransactionConflictException conflict) {
                found = conflict;
            }
            cause = cause.getCause();
        }
        return found;
    }

    /** False if somebody wants this thread to end. */
    private boolean pause(int attempt, RuntimeException failure) {
        RetryEvent event = new RetryEvent(attempt, retry.pauseAfter(attempt), failure);
        listener.accept(event);
        try {
            TimeUnit.NANOSECONDS.sleep(event.pause().toNanos());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
