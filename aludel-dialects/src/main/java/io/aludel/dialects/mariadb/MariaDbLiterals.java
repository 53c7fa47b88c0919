// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.mariadb;

import io.aludel.core.dialect.JdbcCodec;
import io.aludel.core.dialect.UnsupportedFeatureException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;

/**
 * Values as MariaDB reads them in SQL (mariadb.com/kb, "Literals"). A quote is doubled and so is a backslash: whether {@code sql_mode} lets
 * backslashes escape or not, nothing ends the string early.
 */
final class MariaDbLiterals {
    private MariaDbLiterals() {}

    /** @param uuids whether the server has a type for them; otherwise they are bytes */
    static String literal(Object value, boolean uuids) {
        if (value instanceof Double || value instanceof Float) {
            return finite((Number) value).toString();
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        if (value instanceof Number || value instanceof Boolean) {
            return value.toString();
        }
        if (value instanceof String text) {
            return quoted(text);
        }
        if (value instanceof byte[] bytes) {
            return "x'" + HexFormat.of().formatHex(bytes) + "'";
        }
        if (value instanceof UUID id) {
            return uuids ? "'" + id + "'" : "x'" + id.toString().replace("-", "") + "'";
        }
        return moment(value);
    }

    private static String moment(Object value) {
        if (value instanceof LocalDate date) {
            return "date '" + text(date) + "'";
        }
        if (value instanceof LocalTime time) {
            return "time '" + text(time) + "'";
        }
        if (value instanceof LocalDateTime moment) {
            return "timestamp '" + text(moment.toLocalDate()) + " " + text(moment.toLocalTime()) + "'";
        }
        if (value instanceof OffsetDateTime moment) {
            return moment(moment.toInstant());
        }
        if (value instanceof Instant moment) {
            return moment(utc(moment));
        }
        throw new UnsupportedFeatureException(
                "way to write a " + value.getClass().getName(),
                MariaDbDialect.NAME,
                "Convert it to one of the classes that ValueType has constants for.");
    }

    /** A moment is kept as what clocks show in UTC then. */
    static LocalDateTime utc(Instant moment) {
        return LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
    }

    private static String text(LocalTime time) {
        return time.truncatedTo(ChronoUnit.MICROS).toString();
    }

    private static String text(LocalDate date) {
        LocalDate kept = withinYears(date);
        return String.format(Locale.ROOT, "%04d-%02d-%02d", kept.getYear(), kept.getMonthValue(), kept.getDayOfMonth());
    }

    /** The date, which must have one of the years that the server knows. */
    static LocalDate withinYears(LocalDate date) {
        if (date.getYear() < 0 || date.getYear() > 9999) {
            throw new UnsupportedFeatureException(
                    "date in the year " + date.getYear(), MariaDbDialect.NAME, "It knows the years 0 to 9999.");
        }
        return date;
    }

    /** The number, which must be one: the server has neither infinity nor NaN. */
    static Number finite(Number number) {
        if (!Double.isFinite(number.doubleValue())) {
            throw new UnsupportedFeatureException(
                    "number " + number, MariaDbDialect.NAME, "Leave it empty (NULL) where there is no number.");
        }
        return number;
    }

    private static String quoted(String text) {
        return "'"
                + JdbcCodec.requireText(text, MariaDbDialect.NAME)
                        .replace("\\", "\\\\")
                        .replace("'", "''") + "'";
    }
}
