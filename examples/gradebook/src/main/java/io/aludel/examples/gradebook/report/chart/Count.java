// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.report.chart;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Counts as texts. */
public final class Count {
    private static final long THOUSAND = 1_000;
    private static final String[] UNITS = {"", "k", "M", "G"};

    private Count() {}

    /** All digits, in threes: {@code 525,000}. */
    public static String full(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** At most four characters and a point: {@code 999}, {@code 4.4k}, {@code 44k}, {@code 525k}, {@code 1M}. Two or three digits count. */
    static String brief(long count) {
        if (count < THOUSAND) {
            return Long.toString(count);
        }
        BigDecimal rounded = BigDecimal.valueOf(count)
                .round(new MathContext(Math.max(2, leadingDigits(count)), RoundingMode.HALF_UP));
        int unit = Math.min((rounded.precision() - rounded.scale() - 1) / 3, UNITS.length - 1);
        return rounded.movePointLeft(3 * unit).stripTrailingZeros().toPlainString() + UNITS[unit];
    }

    /** How many digits stand before the unit. */
    private static int leadingDigits(long count) {
        return (Long.toString(count).length() - 1) % 3 + 1;
    }
}
