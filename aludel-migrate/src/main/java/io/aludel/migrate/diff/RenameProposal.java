// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.diff;

import io.aludel.core.name.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something that goes and something that comes, so alike that it may be one thing with a new name. Nothing is done about it: until somebody decides,
 * it is dropped and added.
 *
 * @param table the table, or the column's table, as the model calls it
 * @param formerTable the table that goes; of a column its table once more
 * @param column the column that comes; null for a table
 * @param formerColumn the column that goes; null for a table
 * @param likeness from 50 to 100
 */
public record RenameProposal(
        TableName formerTable,
        TableName table,
        @Nullable String formerColumn,
        @Nullable String column,
        int likeness) {
    public RenameProposal {
        Objects.requireNonNull(formerTable, "formerTable");
        Objects.requireNonNull(table, "table");
    }

    /** The decision that it is one. */
    public Renaming renaming() {
        return new Renaming(parts(formerTable, formerColumn), parts(table, column));
    }

    private static List<String> parts(TableName table, @Nullable String column) {
        List<String> parts = new ArrayList<>();
        if (table.schema() != null) {
            parts.add(table.schema());
        }
        parts.add(table.name());
        if (column != null) {
            parts.add(column);
        }
        return parts;
    }

    /** For people: {@code column "name" of table "pet" may have been renamed to "title" (86 % alike)}. */
    @Override
    public String toString() {
        return (column == null
                        ? "table \"" + formerTable + "\" may have been renamed to \"" + table + "\""
                        : "column \"" + formerColumn + "\" of table \"" + table + "\" may have been renamed to \""
                                + column + "\"")
                + " (" + likeness + " % alike)";
    }
}
