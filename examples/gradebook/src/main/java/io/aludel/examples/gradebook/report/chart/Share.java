// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.report.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Positions as decimals, half up: exact arithmetic, so that every machine draws the same page. */
public final class Share {
    private static final long HUNDRED = 100;

    private Share() {}

    /** A part of a whole in percent, with two places and without the sign. */
    public static String percent(long part, long whole) {
        return quotient(BigDecimal.valueOf(HUNDRED).multiply(BigDecimal.valueOf(part)), whole, 2);
    }

    /** As {@link #percent}, with one place: for people. */
    public static String readablePercent(long part, long whole) {
        return quotient(BigDecimal.valueOf(HUNDRED).multiply(BigDecimal.valueOf(part)), whole, 1);
    }

    /** A part of a length in pixels, with one place. */
    static BigDecimal pixels(int length, long part, long whole) {
        return new BigDecimal(quotient(BigDecimal.valueOf(length).multiply(BigDecimal.valueOf(part)), whole, 1));
    }

    private static String quotient(BigDecimal part, long whole, int places) {
        return part.divide(BigDecimal.valueOf(whole), places, RoundingMode.HALF_UP)
                .toPlainString();
    }
}
