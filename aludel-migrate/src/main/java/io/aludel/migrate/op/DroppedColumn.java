// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.op;

import io.aludel.core.expr.Expression;
import io.aludel.core.name.TableName;
import org.jspecify.annotations.Nullable;

/** A column that goes, as a script describes it. */
public final class DroppedColumn {
    private final TableName table;
    private final String column;
    private @Nullable Expression fill;

    DroppedColumn(TableName table, String column) {
        this.table = table;
        this.column = column;
    }

    /**
     * What rows get when the column comes back, which refuses NULL and has no default.
     *
     * @param value a {@link Term} over the row's other columns, or a Java value
     */
    public DroppedColumn fill(Object value) {
        fill = Term.operand(value);
        return this;
    }

    Operation operation() {
        return new DropColumn(table, column, null, fill);
    }
}
