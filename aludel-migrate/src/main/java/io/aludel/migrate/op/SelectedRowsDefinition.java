// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.op;

import io.aludel.core.expr.Expression;
import io.aludel.core.name.TableName;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows that a script makes of those of another table. */
public final class SelectedRowsDefinition {
    private final TableName table;
    private final TableName source;
    private final Map<String, Expression> values = new LinkedHashMap<>();
    private @Nullable Expression condition;

    SelectedRowsDefinition(TableName table, TableName source) {
        this.table = table;
        this.source = source;
    }

    /**
     * What a column gets.
     *
     * @param value a {@link Term} over the row of the source, or a Java value
     */
    public SelectedRowsDefinition set(String column, Object value) {
        values.put(column, Term.operand(value));
        return this;
    }

    /** For the rows of the source only that fulfil the condition. */
    public SelectedRowsDefinition where(Term condition) {
        this.condition = condition.expression();
        return this;
    }

    Operation operation() {
        return new InsertSelected(table, source, values, condition);
    }
}
