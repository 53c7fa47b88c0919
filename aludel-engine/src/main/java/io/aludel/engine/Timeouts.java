// SPDX-License-Identifier: Apache-2.0
package io.aludel.engine;

import java.time.Duration;
import java.util.stream.Stream;

/**
 * How long things may take in a transaction, a millisecond at least; zero: as long as the database lets them.
 *
 * @param transaction from its beginning. Then the statement at work is cancelled, and neither another one nor a commit is begun
 * @param statement from the binding of its values to its last row, what the program does between rows included. Then it is cancelled
 * @param lock how long it waits for a lock of another transaction, {@link LockTimeoutException} if longer; where the database cannot cancel a statement that waits
 *     (SQLite, H2), the shorter one of the three limits ends the waiting
 */
public record Timeouts(Duration transaction, Duration statement, Duration lock) {
    public static final Timeouts NONE = new Timeouts(Duration.ZERO, Duration.ZERO, Duration.ZERO);

    public Timeouts {
        require("transaction", transaction);
        require("statement", statement);
        require("lock", lock);
    }

    private static void require(String what, Duration timeout) {
        if (!timeout.isZero() && timeout.compareTo(Duration.ofMillis(1)) < 0) {
            throw new EngineException("The " + what + " timeout is " + timeout
                    + "; it must be a millisecond at least, or zero for none.");
        }
    }

    /** The shortest of the three limits; zero if there is none. */
    Duration shortest() {
        return Stream.of(transaction, statement, lock)
                .filter(limit -> !limit.isZero())
                .min(Duration::compareTo)
                .orElse(Duration.ZERO);
    }
}
