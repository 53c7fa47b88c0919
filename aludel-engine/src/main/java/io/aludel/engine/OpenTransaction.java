// SPDX-License-Identifier: Apache-2.0
package io.aludel.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is so for as long as one transaction lasts. */
final class OpenTransaction {
    private final TransactionOptions options;
    private final long began;
    private final List<Savepoint> savepoints = new ArrayList<>();
    /** The error with which the database has ended it. */
    private @Nullable EngineException end;

    /** @param began by {@link System#nanoTime} */
    OpenTransaction(TransactionOptions options, long began) {
        this.options = options;
        this.began = began;
    }

    TransactionOptions options() {
        return options;
    }

    /** Those that one can go back to, the earliest first. */
    List<Savepoint> savepoints() {
        return savepoints;
    }

    @Nullable
    EngineException end() {
        return end;
    }

    /** The first error that ends it is the one to tell. */
    void end(EngineException error) {
        if (end == null) {
            end = error;
        }
    }

    /** How long a statement may take that begins now, in nanoseconds; not positive if the transaction's time is up. */
    long limit() {
        Timeouts timeouts = options.timeouts();
        long statement = timeouts.statement().isZero()
                ? Running.ENDLESS
                : timeouts.statement().toNanos();
        return Math.min(statement, left());
    }

    boolean isLate() {
        return left() <= 0;
    }

    private long left() {
        Duration timeout = options.timeouts().transaction();
        return timeout.isZero() ? Running.ENDLESS : timeout.toNanos() - (System.nanoTime() - began);
    }

    /** @param since when what has just happened was begun, by {@link System#nanoTime} */
    TransactionEvent event(long since) {
        long now = System.nanoTime();
        return new TransactionEvent(options, Duration.ofNanos(now - since), Duration.ofNanos(now - began));
    }
}
