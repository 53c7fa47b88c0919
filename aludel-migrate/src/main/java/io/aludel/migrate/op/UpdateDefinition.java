// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.op;

import io.aludel.core.expr.Expression;
import io.aludel.core.name.TableName;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a script changes in rows. */
public final class UpdateDefinition {
    private final TableName table;
    private final Map<String, Expression> values = new LinkedHashMap<>();
    private @Nullable Expression condition;

    UpdateDefinition(TableName table) {
        this.table = table;
    }

    /**
     * Another value for a column.
     *
     * @param value a {@link Term} over the row as it was, or a Java value; {@code nullValue()} for NULL
     */
    public UpdateDefinition set(String column, Object value) {
        values.put(column, Term.operand(value));
        return this;
    }

    /** In the rows only that fulfil the condition. */
    public UpdateDefinition where(Term condition) {
        this.condition = condition.expression();
        return this;
    }

    Operation operation() {
        return new UpdateRows(table, values, condition);
    }
}
