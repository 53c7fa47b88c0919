// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.sqlite;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What only the text of a {@code create table} says.
 *
 * @param columns by name
 * @param foreignKeys in the order of the text
 * @param unmodelled what a table of ours could not say, for people: a rebuild would lose it
 */
record CreateTable(
        Map<String, Column> columns,
        @Nullable PrimaryKey primaryKey,
        List<UniqueKey> uniqueKeys,
        List<ForeignKey> foreignKeys,
        List<Check> checks,
        List<String> unmodelled) {
    /**
     * @param generated the expression that computes it
     */
    record Column(@Nullable String collation, @Nullable String generated) {}

    record PrimaryKey(@Nullable String name, boolean autoincrement) {}

    record UniqueKey(@Nullable String name, List<String> columns) {}

    record ForeignKey(@Nullable String name, List<String> columns, boolean deferrable, boolean initiallyDeferred) {}

    record Check(@Nullable String name, String condition) {}

    /** The column, whatever the case of its name. */
    Optional<Column> column(String name) {
        return SqliteNames.among(columns.keySet(), name).map(columns::get);
    }
}
