// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.h2;

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
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;

/** Values as H2 reads them in SQL (h2database.com, "SQL Grammar", literals). A backslash is itself in a string. */
final class H2Literals {
    private H2Literals() {}

    /** @param document whether a text is a JSON document */
    static String literal(Object value, boolean document) {
        if (value instanceof Double || value instanceof Float) {
            return floating((Number) value);
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        if (value instanceof Number || value instanceof Boolean) {
            return value.toString();
        }
        if (value instanceof String text) {
            return (document ? "json " : "") + quoted(text);
        }
        if (value instanceof byte[] bytes) {
            return "X'" + HexFormat.of().formatHex(bytes) + "'";
        }
        if (value instanceof UUID) {
            return "uuid '" + value + "'";
        }
        if (value instanceof List<?> list) {
            return list.stream()
                    .map(each -> each == null ? "null" : literal(each, false))
                    .collect(Collectors.joining(", ", "array[", "]"));
        }
        return moment(value);
    }

    private static String floating(Number number) {
        boolean finite = Double.isFinite(number.doubleValue());
        String type = number instanceof Float ? "real" : "double precision";
        return finite ? number.toString() : "cast('" + number + "' as " + type + ")";
    }

    private static String moment(Object value) {
        if (value instanceof LocalDate date) {
            return "date '" + text(date) + "'";
        }
        if (value instanceof LocalTime time) {
            return "time '" + time.truncatedTo(ChronoUnit.MICROS) + "'";
        }
        if (value instanceof LocalDateTime moment) {
            return "timestamp '" + text(moment) + "'";
        }
        if (value instanceof OffsetDateTime moment) {
            return moment(moment.toInstant());
        }
        if (value instanceof Instant moment) {
            return "timestamp with time zone '" + text(LocalDateTime.ofInstant(moment, ZoneOffset.UTC)) + "+00'";
        }
        throw new UnsupportedFeatureException(
                "way to write a " + value.getClass().getName(),
                H2Dialect.NAME,
                "Convert it to one of the classes that ValueType has constants for.");
    }

    private static String text(LocalDateTime moment) {
        return text(moment.toLocalDate()) + " " + moment.toLocalTime().truncatedTo(ChronoUnit.MICROS);
    }

    private static String text(LocalDate date) {
        String year = String.format(Locale.ROOT, "%s%04d", date.getYear() < 0 ? "-" : "", Math.abs(date.getYear()));
        return year + String.format(Locale.ROOT, "-%02d-%02d", date.getMonthValue(), date.getDayOfMonth());
    }

    private static String quoted(String text) {
        return "'" + JdbcCodec.requireText(text, H2Dialect.NAME).replace("'", "''") + "'";
    }
}
