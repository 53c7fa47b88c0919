// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.query;

import io.aludel.core.expr.SelectItem;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of several columns, read by what was selected: {@code row.get(student.fullName)}. */
public final class Row {
    private final List<Selection<?>> parts;
    private final @Nullable Object[] values;

    Row(List<Selection<?>> parts, @Nullable Object[] values) {
        this.parts = parts;
        this.values = values;
    }

    /**
     * The value of this column or entity; null for SQL's NULL.
     *
     * @throws QueryException if the query did not select it
     */
    @SuppressWarnings("unchecked") // the part at this place was made for T
    public <T> @Nullable T get(Selection<T> part) {
        List<SelectItem> items = part.items();
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i) == part || parts.get(i).items().equals(items)) {
                return (T) values[i];
            }
        }
        throw new QueryException(
                "The row has no such column; select it, or read one of the " + parts.size() + " that were selected.");
    }

    /** The value at this place, counted from 0. */
    public @Nullable Object get(int index) {
        return values[index];
    }

    public int size() {
        return values.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Row row && Arrays.equals(values, row.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    /** The values for people: {@code [Ada, 11.50]}. */
    @Override
    public String toString() {
        return Arrays.toString(values);
    }
}
