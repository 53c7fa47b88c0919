// SPDX-License-Identifier: Apache-2.0
package io.aludel.engine;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Whether, and after which pauses, work is done again whose transaction could not go on beside another one (a serialization failure or a deadlock, {@link
 * TransactionConflictException}). Each pause is twice as long as the one before, and a random part of up to a half is taken off, so that those who
 * met do not meet again.
 *
 * @param attempts how often the work is done at most, the first time included
 * @param firstPause between the first time and the second
 * @param longestPause what the doubling ends at
 */
public record Retry(int attempts, Duration firstPause, Duration longestPause) {
    /** The work is done once. */
    public static final Retry NONE = upTo(1);

    private static final int MOST_DOUBLINGS = 30;

    public Retry {
        Objects.requireNonNull(firstPause, "firstPause");
        Objects.requireNonNull(longestPause, "longestPause");
        if (attempts < 1) {
            throw new EngineException("The number of attempts is " + attempts + "; it must be at least 1.");
        }
        if (firstPause.isNegative() || longestPause.compareTo(firstPause) < 0) {
            throw new EngineException("The pauses between attempts go from " + firstPause.toMillis() + " ms to "
                    + longestPause.toMillis() + " ms; the first must not be negative, nor longer than the longest.");
        }
    }

    /** So often at most, with pauses from 10 milliseconds to a second. */
    public static Retry upTo(int attempts) {
        return new Retry(attempts, Duration.ofMillis(10), Duration.ofSeconds(1));
    }

    public Retry withPauses(Duration first, Duration longest) {
        return new Retry(attempts, first, longest);
    }

    /** The pause after so many attempts. */
    Duration pauseAfter(int attempt) {
        int doublings = Math.min(attempt - 1, MOST_DOUBLINGS);
        Duration whole = firstPause.multipliedBy(1L << doublings);
        long nanos = (whole.compareTo(longestPause) < 0 ? whole : longestPause).toNanos();
        return Duration.ofNanos(
                nanos - (nanos < 2 ? 0 : ThreadLocalRandom.current().nextLong(nanos / 2)));
    }
}
