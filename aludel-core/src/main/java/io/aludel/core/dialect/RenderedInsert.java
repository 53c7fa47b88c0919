// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.dialect;

import java.util.Objects;

/**
 * An insert of a number of rows, as one statement.
 *
 * @param layout how the values are laid out behind the {@code ?}s
 * @param keys how the generated keys come back and find their rows
 */
public record RenderedInsert(String sql, Layout layout, Keys keys) {
    public enum Layout {
        /** A {@code ?} for each value, row by row. The SQL is for one number of rows. */
        ROWS,
        /** A {@code ?} for each column, bound to an array with a value for each row. The SQL is the same for any number of rows. */
        COLUMN_ARRAYS
    }

    public enum Keys {
        NONE,
        /** Returned in no promised order: sorted ascending, they are in the order of the rows. */
        RETURNED,
        /** Consecutive; the last one is asked for by {@code select last_insert_rowid()}. */
        LAST_ROWID,
        /** Consecutive; the first one is asked for by {@code select last_insert_id()}. */
        FIRST_ID
    }

    public RenderedInsert {
        Objects.requireNonNull(sql, "sql");
        Objects.requireNonNull(layout, "layout");
        Objects.requireNonNull(keys, "keys");
    }
}
