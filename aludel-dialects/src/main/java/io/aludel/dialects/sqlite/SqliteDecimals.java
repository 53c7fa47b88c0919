// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.sqlite;

import io.aludel.core.dialect.UnsupportedFeatureException;
import io.aludel.core.type.SqlType;
import io.aludel.core.type.StandardType;
import io.aludel.core.type.TypeKind;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Decimals in a database that has only 64-bit integers and doubles. A whole number within 64 bits is kept as such; any other is exact as
 * a double while it has up to 15 significant digits, and refused if it has more.
 */
final class SqliteDecimals {
    private static final MathContext EXACT_IN_DOUBLE = new MathContext(15, RoundingMode.HALF_UP);
    private static final BigDecimal LONG_MIN = BigDecimal.valueOf(Long.MIN_VALUE);
    private static final BigDecimal LONG_MAX = BigDecimal.valueOf(Long.MAX_VALUE);

    private SqliteDecimals() {}

    /** The number as SQLite holds it: a {@link Long} or a {@link Double}. */
    static Number stored(BigDecimal value) {
        if (value.compareTo(LONG_MIN) >= 0 && value.compareTo(LONG_MAX) <= 0 && isWhole(value)) {
            return value.longValueExact();
        }
        double nearest = value.doubleValue();
        if (Double.isInfinite(nearest) || fromDouble(nearest).compareTo(value) != 0) {
            throw new UnsupportedFeatureException(
                    "exact decimal of " + value.stripTrailingZeros().precision() + " significant digits",
                    "sqlite",
                    "Keep such numbers as text, or as a whole number of the smallest unit in a bigint column.");
        }
        return nearest;
    }

    private static boolean isWhole(BigDecimal value) {
        return value.signum() == 0 || value.stripTrailingZeros().scale() <= 0;
    }

    /** The decimal that a double stands for. Of a half it is the shortest text that rounds up, as decimals do elsewhere. */
    static BigDecimal fromDouble(double value) {
        return new BigDecimal(Double.toString(value)).round(EXACT_IN_DOUBLE);
    }

    /** The number with the scale of its column; without zeros at its end where it has none. */
    static BigDecimal scaled(BigDecimal value, SqlType type) {
        BigDecimal plain = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        int scale = type instanceof StandardType standard && standard.kind() == TypeKind.DECIMAL
                ? Math.max(0, standard.scale())
                : 0;
        return plain.scale() < scale ? plain.setScale(scale) : plain;
    }
}
