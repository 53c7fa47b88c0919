// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.op;

import io.aludel.core.name.TableName;
import io.aludel.core.type.SqlType;
import org.jspecify.annotations.Nullable;

/** A column before and after, as a script describes both. */
public final class ColumnChange {
    private final TableName table;
    private final String column;
    private @Nullable ColumnDefinition from;
    private @Nullable ColumnDefinition to;

    ColumnChange(TableName table, String column) {
        this.table = table;
        this.column = column;
    }

    /** The column as it was: what {@code down()} goes back to. */
    public ColumnDefinition from(SqlType type) {
        from = new ColumnDefinition(column, type);
        return from;
    }

    /** The column as it becomes. */
    public ColumnDefinition to(SqlType type) {
        to = new ColumnDefinition(column, type);
        return to;
    }

    Operation operation() {
        if (from == null || to == null) {
            throw new IllegalStateException(
                    "alterColumn of \"" + table + "\".\"" + column + "\" says only half: give both from(…) and to(…).");
        }
        return new AlterColumn(table, from.column(), to.column(), from.values(), to.values());
    }
}
