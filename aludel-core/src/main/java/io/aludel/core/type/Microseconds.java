// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.type;

import java.time.Duration;
import java.time.temporal.ChronoUnit;

/** Lengths of time as whole microseconds. */
enum Microseconds implements Conversion<Duration, Long> {
    INSTANCE;

    private static final long IN_A_SECOND = 1_000_000;

    @Override
    public Long toStored(Duration value) {
        Duration kept = value.truncatedTo(ChronoUnit.MICROS);
        try {
            // The seconds of a negative duration are rounded down, and its nanoseconds lead back up.
            long seconds = kept.getSeconds() < 0 && kept.getNano() > 0 ? kept.getSeconds() + 1 : kept.getSeconds();
            long rest = kept.minusSeconds(seconds).toNanos() / 1_000;
            return Math.addExact(Math.multiplyExact(seconds, IN_A_SECOND), rest);
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(
                    "The duration " + value + " is longer than the 292,000 years that microseconds in a bigint count.",
                    e);
        }
    }

    @Override
    public Duration fromStored(Long stored) {
        return Duration.of(stored, ChronoUnit.MICROS);
    }
}
