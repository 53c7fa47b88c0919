// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.sqlite;

import io.aludel.core.dialect.JdbcCodec;
import io.aludel.core.dialect.UnsupportedFeatureException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.UUID;

/** Values as SQL text: what a bound value would be stored as. */
final class SqliteLiterals {
    private SqliteLiterals() {}

    static String of(Object value) {
        if (value instanceof Boolean bool) {
            return bool ? "1" : "0";
        }
        if (value instanceof BigDecimal decimal) {
            SqliteDecimals.stored(decimal);
            return decimal.toPlainString();
        }
        if (value instanceof Double || value instanceof Float) {
            return floating(((Number) value).doubleValue());
        }
        if (value instanceof Number) {
            return value.toString();
        }
        if (value instanceof byte[] bytes) {
            return "x'" + HexFormat.of().formatHex(bytes) + "'";
        }
        return quoted(text(value));
    }

    private static String text(Object value) {
        if (value instanceof LocalDate date) {
            return SqliteText.of(date);
        }
        if (value instanceof LocalTime time) {
            return SqliteText.of(time);
        }
        if (value instanceof LocalDateTime timestamp) {
            return SqliteText.of(timestamp);
        }
        if (value instanceof OffsetDateTime moment) {
            return SqliteText.of(moment);
        }
        if (value instanceof Instant moment) {
            return SqliteText.of(moment);
        }
        if (value instanceof UUID || value instanceof String) {
            return value.toString();
        }
        throw new UnsupportedFeatureException(
                "literal for a " + value.getClass().getName(), "sqlite", "Convert it to one of the basic types.");
    }

    /** SQLite has no name for infinity, but reads a number too large for a double as it. */
    private static String floating(double value) {
        if (Double.isNaN(value)) {
            throw notANumber();
        }
        return Double.isInfinite(value) ? (value > 0 ? "9e999" : "-9e999") : Double.toString(value);
    }

    static UnsupportedFeatureException notANumber() {
        return new UnsupportedFeatureException("NaN; it would become NULL", "sqlite", "Store NULL instead.");
    }

    private static String quoted(String text) {
        return "'" + JdbcCodec.requireText(text, "sqlite").replace("'", "''") + "'";
    }
}
