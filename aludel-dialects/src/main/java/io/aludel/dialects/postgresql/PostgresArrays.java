// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.postgresql;

import io.aludel.core.type.SqlType;
import io.aludel.core.type.StandardType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Arrays as the text that PostgreSQL reads and writes (manual, 8.15.6): {@code {1,NULL,"a b"}}. The driver's own arrays would bring times in the zone
 * of the machine.
 */
final class PostgresArrays {
    private final String text;
    private int at = 1;

    private PostgresArrays(String text) {
        this.text = text;
    }

    /** The elements within braces, each in quotes, so that none is taken for NULL or for more than one. */
    static String text(List<?> values) {
        return values.stream()
                .map(value -> value == null
                        ? "NULL"
                        : '"'
                                + PostgresLiterals.text(value)
                                        .replace("\\", "\\\\")
                                        .replace("\"", "\\\"")
                                + '"')
                .collect(Collectors.joining(",", "{", "}"));
    }

    /** The elements of an array of one dimension. */
    static List<@Nullable Object> parse(String text, SqlType element) {
        if (!text.startsWith("{") || text.startsWith("{{")) {
            throw new IllegalArgumentException(
                    "The array " + text + " has bounds or dimensions of its own, which no list has.");
        }
        return new PostgresArrays(text).elements(element);
    }

    private List<@Nullable Object> elements(SqlType type) {
        List<@Nullable Object> values = new ArrayList<>();
        while (text.charAt(at) != '}') {
            boolean quoted = text.charAt(at) == '"';
            String element = quoted ? quoted() : bare();
            values.add(!quoted && element.equals("NULL") ? null : value(element, type));
            if (text.charAt(at) == ',') {
                at++;
            }
        }
        return Collections.unmodifiableList(values);
    }

    private String quoted() {
        StringBuilder element = new StringBuilder();
        for (at++; text.charAt(at) != '"'; at++) {
            if (text.charAt(at) == '\\') {
                at++;
            }
            element.append(text.charAt(at));
        }
        at++;
        return element.toString();
    }

    private String bare() {
        int start = at;
        while (text.charAt(at) != ',' && text.charAt(at) != '}') {
            at++;
        }
        return text.substring(start, at);
    }

    private static Object value(String text, SqlType type) {
        if (!(type instanceof StandardType standard)) {
            return text;
        }
        return switch (standard.kind()) {
            case BOOLEAN -> text.equals("t") || text.equals("true");
            case SMALLINT -> Short.valueOf(text);
            case INTEGER -> Integer.valueOf(text);
            case BIGINT -> Long.valueOf(text);
            case DECIMAL -> new BigDecimal(text);
            case REAL -> Float.valueOf(text);
            case DOUBLE -> Double.valueOf(text);
            case CHAR, VARCHAR, TEXT, JSON -> text;
            case BINARY -> HexFormat.of().parseHex(text, 2, text.length());
            case DATE -> date(text);
            case TIME -> LocalTime.parse(text);
            case TIMESTAMP -> timestamp(text);
            case TIMESTAMP_TZ -> moment(text);
            case UUID -> UUID.fromString(text);
        };
    }

    /** {@code 0044-03-15 BC} is ISO's year -43; a year beyond 9999 needs its sign. */
    private static LocalDate date(String text) {
        boolean before = text.endsWith(" BC");
        String[] parts = (before ? text.substring(0, text.length() - 3) : text).split("-");
        int year = Integer.parseInt(parts[0]);
        return LocalDate.of(before ? 1 - year : year, Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
    }

    private static LocalDateTime timestamp(String text) {
        boolean before = text.endsWith(" BC");
        String moment = before ? text.substring(0, text.length() - 3) : text;
        int blank = moment.indexOf(' ');
        return date(moment.substring(0, blank) + (before ? " BC" : ""))
                .atTime(LocalTime.parse(moment.substring(blank + 1)));
    }

    /** {@code 2026-11-20 01:02:03.5+05:30}, the offset with hours only where it has no more. */
    private static OffsetDateTime moment(String text) {
        boolean before = text.endsWith(" BC");
        String moment = before ? text.substring(0, text.length() - 3) : text;
        int offset = Math.max(moment.lastIndexOf('+'), moment.lastIndexOf('-'));
        LocalDateTime local = timestamp(moment.substring(0, offset) + (before ? " BC" : ""));
        return local.atOffset(ZoneOffset.of(moment.substring(offset))).withOffsetSameInstant(ZoneOffset.UTC);
    }
}
