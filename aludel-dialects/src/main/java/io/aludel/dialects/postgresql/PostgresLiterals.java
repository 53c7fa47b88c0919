// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.postgresql;

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

/** Values as text that PostgreSQL reads (manual, 4.1.2 and 8.5). */
final class PostgresLiterals {
    private PostgresLiterals() {}

    /** The value as it stands in SQL. */
    static String literal(Object value) {
        // A number in SQL is a decimal first, which has no infinity and one zero only.
        if (value instanceof Double number && (!Double.isFinite(number) || number.equals(-0.0))) {
            return "cast('" + number + "' as double precision)";
        }
        if (value instanceof Float number && (!Float.isFinite(number) || number.equals(-0.0f))) {
            return "cast('" + number + "' as real)";
        }
        if (value instanceof Number || value instanceof Boolean) {
            return text(value);
        }
        if (value instanceof List<?> list) {
            return quoted(PostgresArrays.text(list));
        }
        return prefix(value) + quoted(text(value));
    }

    private static String prefix(Object value) {
        if (value instanceof LocalDate) {
            return "date ";
        }
        if (value instanceof LocalTime) {
            return "time ";
        }
        if (value instanceof LocalDateTime) {
            return "timestamp ";
        }
        if (value instanceof OffsetDateTime || value instanceof Instant) {
            return "timestamp with time zone ";
        }
        if (value instanceof UUID) {
            return "uuid ";
        }
        return value instanceof byte[] ? "bytea " : "";
    }

    /** A backslash means the same in {@code E'…'} whatever {@code standard_conforming_strings} says. */
    private static String quoted(String text) {
        String doubled = text.replace("'", "''");
        return doubled.contains("\\") ? "E'" + doubled.replace("\\", "\\\\") + "'" : "'" + doubled + "'";
    }

    /** The value as PostgreSQL reads it within quotes. */
    static String text(Object value) {
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        if (value instanceof byte[] bytes) {
            return "\\x" + HexFormat.of().formatHex(bytes);
        }
        if (value instanceof LocalDate date) {
            return date(date) + era(date);
        }
        if (value instanceof LocalTime time) {
            return time.truncatedTo(ChronoUnit.MICROS).toString();
        }
        if (value instanceof LocalDateTime moment) {
            return date(moment.toLocalDate()) + " " + text(moment.toLocalTime()) + era(moment.toLocalDate());
        }
        if (value instanceof OffsetDateTime moment) {
            return text(moment.toInstant());
        }
        if (value instanceof Instant moment) {
            LocalDateTime utc = LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
            return date(utc.toLocalDate()) + " " + text(utc.toLocalTime()) + "+00" + era(utc.toLocalDate());
        }
        if (value instanceof List<?> list) {
            return PostgresArrays.text(list);
        }
        if (value instanceof String text) {
            return JdbcCodec.requireText(text, PostgresDialect.NAME);
        }
        if (value instanceof Number || value instanceof Boolean || value instanceof UUID) {
            return value.toString();
        }
        throw new UnsupportedFeatureException(
                "way to write a " + value.getClass().getName(),
                PostgresDialect.NAME,
                "Convert it to one of the classes that ValueType has constants for.");
    }

    /** ISO's year 0 is PostgreSQL's 1 BC. */
    private static String date(LocalDate date) {
        if (date.getYear() > 0 && date.getYear() <= 9_999) {
            return date.toString(); // many times as fast, and nearly every date
        }
        int year = date.getYear() > 0 ? date.getYear() : 1 - date.getYear();
        return String.format(Locale.ROOT, "%04d-%02d-%02d", year, date.getMonthValue(), date.getDayOfMonth());
    }

    private static String era(LocalDate date) {
        return date.getYear() > 0 ? "" : " BC";
    }
}
