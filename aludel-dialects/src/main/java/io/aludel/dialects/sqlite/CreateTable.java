// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.sqlite;

import io.aludel.core.parse.SqlTextException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What only the text of a {@code create table} says. Names of what SQLite forgets at once (of a default, a {@code not null}) are left out, as is what
 * it reads and heeds nowhere: {@code match}, {@code on insert}, what stands behind a check.
 *
 * @param columns by name
 * @param foreignKeys in the order of the text
 * @param unmodelled what a table of ours could not say
 */
record CreateTable(
        Map<String, Column> columns,
        @Nullable PrimaryKey primaryKey,
        List<UniqueKey> uniqueKeys,
        List<ForeignKey> foreignKeys,
        List<Check> checks,
        List<Unmodelled> unmodelled) {
    /**
     * @param type empty where there is none
     * @param generated the expression that computes it
     */
    record Column(
            String type,
            @Nullable String collation,
            @Nullable String generated) {}

    record PrimaryKey(@Nullable String name, List<KeyPart> parts, boolean autoincrement) {}

    record UniqueKey(@Nullable String name, List<KeyPart> parts) {}

    record ForeignKey(@Nullable String name, boolean deferrable, boolean initiallyDeferred) {}

    record Check(@Nullable String name, String condition) {}

    /**
     * @param part what says it, for people: {@code primary key}
     * @param words that for which a table of ours has none: {@code on conflict ignore}
     */
    record Unmodelled(String part, String words) {}

    /**
     * Reads the statement.
     *
     * @throws SqlTextException if the text is none
     */
    static CreateTable of(String text) {
        return new CreateStatementReader(text).table();
    }

    /** The column, whatever the case of its name. */
    Optional<Column> column(String name) {
        return SqliteNames.among(columns.keySet(), name).map(columns::get);
    }
}
