// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.dialect;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row of a catalogue query.
 *
 * @param values by column label in lower case: strings, numbers, booleans, lists (of an array's elements), or null
 */
public record CatalogRow(Map<String, @Nullable Object> values) {
    public CatalogRow {
        Map<String, @Nullable Object> lower = new LinkedHashMap<>();
        values.forEach((label, value) -> lower.put(label.toLowerCase(Locale.ROOT), value));
        values = Collections.unmodifiableMap(lower);
    }

    /** The column's text, which must not be null. */
    public String text(String column) {
        String text = nullableText(column);
        if (text == null) {
            throw new IllegalStateException("Column \"" + column + "\" of a catalogue query is null.");
        }
        return text;
    }

    public @Nullable String nullableText(String column) {
        Object value = value(column);
        return value == null ? null : value.toString();
    }

    /** The column's number, 0 for null. */
    public long number(String column) {
        Object value = value(column);
        return value == null
                ? 0
                : value instanceof Number number ? number.longValue() : Long.parseLong(value.toString());
    }

    /** Whether the column is true: a boolean, a number other than 0, or {@code t}/{@code true}. */
    public boolean bool(String column) {
        Object value = value(column);
        if (value instanceof Boolean bool) {
            return bool;
        }
        if (value instanceof Number number) {
            return number.longValue() != 0;
        }
        return value != null && (value.equals("t") || value.equals("true"));
    }

    /** The elements of an array, as text; empty for null. */
    public List<@Nullable String> texts(String column) {
        Object value = value(column);
        return value instanceof List<?> list
                ? list.stream()
                        .map(element -> element == null ? null : element.toString())
                        .toList()
                : List.of();
    }

    private @Nullable Object value(String column) {
        if (!values.containsKey(column)) {
            throw new IllegalStateException(
                    "A catalogue query has no column \"" + column + "\"; it has " + values.keySet() + ".");
        }
        return values.get(column);
    }
}
