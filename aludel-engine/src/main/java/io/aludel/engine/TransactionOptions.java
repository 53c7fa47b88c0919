// SPDX-License-Identifier: Apache-2.0
package io.aludel.engine;

import io.aludel.core.dialect.Isolation;
import io.aludel.core.dialect.TransactionMode;
import java.time.Duration;
import java.util.Objects;

/**
 * How a transaction goes. Unchangeable: each {@code with…} gives a new value.
 *
 * @param mode whether it writes
 * @param isolation what it sees of others, or more: see {@link Isolation}
 * @param timeouts how long it, its statements, and their waiting for locks may take
 * @param retry how often its work is done again; only where an engine or session factory is given the work as a whole, not by {@code begin}
 */
public record TransactionOptions(TransactionMode mode, Isolation isolation, Timeouts timeouts, Retry retry) {
    /** Reads and writes, and everything else as the database is set up; nothing is tried again. */
    public static final TransactionOptions READ_WRITE =
            new TransactionOptions(TransactionMode.READ_WRITE, Isolation.DATABASE_DEFAULT, Timeouts.NONE, Retry.NONE);
    /** As {@link #READ_WRITE}, but only reads. */
    public static final TransactionOptions READ_ONLY = of(TransactionMode.READ_ONLY);
    /** Only reads, and all of its statements see the same: for numbers that are to agree. */
    public static final TransactionOptions SNAPSHOT = READ_ONLY.withIsolation(Isolation.REPEATABLE_READ);

    public TransactionOptions {
        Objects.requireNonNull(mode, "mode");
        Objects.requireNonNull(isolation, "isolation");
        Objects.requireNonNull(timeouts, "timeouts");
        Objects.requireNonNull(retry, "retry");
    }

    public static TransactionOptions of(TransactionMode mode) {
        return new TransactionOptions(mode, READ_WRITE.isolation, READ_WRITE.timeouts, READ_WRITE.retry);
    }

    public boolean readOnly() {
        return mode == TransactionMode.READ_ONLY;
    }

    public TransactionOptions withIsolation(Isolation isolation) {
        return new TransactionOptions(mode, isolation, timeouts, retry);
    }

    /** See {@link Timeouts#transaction}. */
    public TransactionOptions withTimeout(Duration timeout) {
        return new TransactionOptions(
                mode, isolation, new Timeouts(timeout, timeouts.statement(), timeouts.lock()), retry);
    }

    /** See {@link Timeouts#statement}. */
    public TransactionOptions withStatementTimeout(Duration timeout) {
        return new TransactionOptions(
                mode, isolation, new Timeouts(timeouts.transaction(), timeout, timeouts.lock()), retry);
    }

    /** See {@link Timeouts#lock}. */
    public TransactionOptions withLockTimeout(Duration timeout) {
        return new TransactionOptions(
                mode, isolation, new Timeouts(timeouts.transaction(), timeouts.statement(), timeout), retry);
    }

    public TransactionOptions retrying(Retry retry) {
        return new TransactionOptions(mode, isolation, timeouts, retry);
    }
}
