// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.h2;

import io.aludel.core.dialect.CatalogRow;
import io.aludel.core.schema.Numbering;
import java.math.BigInteger;
import java.util.Locale;

/**
 * How a sequence or an identity counts, without what H2 gives by itself (its sources, Sequence). A cache of H2 is no session's: it is how many numbers
 * are written to the file at once, and lost when the process is killed. Its usual size, and none, are read as 1.
 */
final class H2Numbering {
    private static final int USUAL_CACHE = 32;

    private H2Numbering() {}

    static Numbering of(CatalogRow row) {
        long start = row.number("start_value");
        long increment = row.number("increment");
        long minimum = row.number("minimum_value");
        long maximum = row.number("maximum_value");
        boolean up = increment > 0;
        long highest = highest(row.text("number_type").toUpperCase(Locale.ROOT), row.number("number_precision"));
        long lowest = lowest(row.text("number_type").toUpperCase(Locale.ROOT), highest);
        long cache = row.number("cache");
        return new Numbering(
                start,
                increment,
                minimum == (up ? Math.min(1, start) : lowest) ? null : minimum,
                maximum == (up ? highest : Math.max(-1, start)) ? null : maximum,
                isUsual(cache, minimum, maximum, increment) ? 1 : cache,
                row.text("cycle_option").equals("YES"));
    }

    /** As many as there are, where these are fewer. Where they are too many to count for H2, it has a negative size. */
    private static boolean isUsual(long cache, long minimum, long maximum, long increment) {
        BigInteger numbers = BigInteger.valueOf(maximum)
                .subtract(BigInteger.valueOf(minimum))
                .divide(BigInteger.valueOf(increment).abs())
                .add(BigInteger.ONE);
        return cache <= 1 || cache == USUAL_CACHE || numbers.equals(BigInteger.valueOf(cache));
    }

    private static long highest(String type, long precision) {
        return switch (type) {
            case "TINYINT" -> Byte.MAX_VALUE;
            case "SMALLINT" -> Short.MAX_VALUE;
            case "INTEGER" -> Integer.MAX_VALUE;
            case "REAL" -> 1L << 24;
            case "DOUBLE PRECISION" -> 1L << 53;
            case "NUMERIC" -> precision > 18 ? Long.MAX_VALUE : power(precision) - 1;
            case "DECFLOAT" -> precision > 18 ? Long.MAX_VALUE : power(precision);
            default -> Long.MAX_VALUE;
        };
    }

    private static long power(long exponent) {
        return BigInteger.TEN.pow((int) exponent).longValueExact();
    }

    private static long lowest(String type, long highest) {
        boolean binary = type.endsWith("INT") || type.equals("INTEGER");
        return binary || highest == Long.MAX_VALUE ? -highest - 1 : -highest;
    }
}
