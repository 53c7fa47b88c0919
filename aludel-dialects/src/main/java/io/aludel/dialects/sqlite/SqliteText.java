// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.sqlite;

import io.aludel.core.dialect.UnsupportedFeatureException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * Dates and times as ISO text, in one form for each value, so that equal values are equal text and the order of texts is the order of
 * time. To the microsecond, what is finer is cut off, as other databases do it.
 *
 * <p>A local time ends where its fraction ends ({@code 10:00:00}, {@code 10:00:00.5}): the shorter text sorts first. A moment ends in
 * {@code Z}, which sorts behind digits, so that its fraction has six digits always: {@code 2026-11-20T10:00:00.500000Z}.
 */
final class SqliteText {
    private SqliteText() {}

    static String of(LocalDate date) {
        requireYear(date.getYear());
        return date.toString();
    }

    static String of(LocalTime time) {
        String seconds =
                String.format(Locale.ROOT, "%02d:%02d:%02d", time.getHour(), time.getMinute(), time.getSecond());
        String fraction = fraction(time).replaceFirst("0+$", "");
        return fraction.isEmpty() ? seconds : seconds + "." + fraction;
    }

    static String of(LocalDateTime timestamp) {
        return of(timestamp.toLocalDate()) + "T" + of(timestamp.toLocalTime());
    }

    static String of(OffsetDateTime moment) {
        LocalDateTime utc = moment.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime();
        LocalTime time = utc.toLocalTime();
        return of(utc.toLocalDate()) + "T" + of(time.truncatedTo(ChronoUnit.SECONDS)) + "." + fraction(time) + "Z";
    }

    static String of(Instant moment) {
        if (moment.isBefore(Instant.parse("0000-01-01T00:00:00Z"))
                || !moment.isBefore(Instant.parse("+10000-01-01T00:00:00Z"))) {
            throw outOfRange();
        }
        return of(moment.atOffset(ZoneOffset.UTC));
    }

    private static String fraction(LocalTime time) {
        return String.format(Locale.ROOT, "%06d", time.getNano() / 1_000);
    }

    private static void requireYear(int year) {
        if (year < 0 || year > 9999) {
            throw outOfRange();
        }
    }

    private static UnsupportedFeatureException outOfRange() {
        return new UnsupportedFeatureException(
                "dates outside the years 0000 to 9999, which as text would not sort by time",
                "sqlite",
                "Use a date within them, or keep the number of days in a bigint column.");
    }

    static LocalDate date(String text) {
        return LocalDate.parse(text);
    }

    static LocalTime time(String text) {
        return LocalTime.parse(text);
    }

    /** With a blank for the T too, as SQLite's own functions write it. */
    static LocalDateTime timestamp(String text) {
        return LocalDateTime.parse(withT(text));
    }

    /** With any offset; without one it is UTC, as SQLite's own functions have it. */
    static OffsetDateTime moment(String text) {
        String iso = withT(text);
        try {
            return OffsetDateTime.parse(iso);
        } catch (DateTimeException e) {
            return LocalDateTime.parse(iso).atOffset(ZoneOffset.UTC);
        }
    }

    private static String withT(String text) {
        return text.length() > 10 && text.charAt(10) == ' ' ? text.substring(0, 10) + "T" + text.substring(11) : text;
    }
}
