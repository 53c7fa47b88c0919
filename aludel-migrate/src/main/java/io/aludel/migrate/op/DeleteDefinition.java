// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.op;

import io.aludel.core.expr.Expression;
import io.aludel.core.name.TableName;
import org.jspecify.annotations.Nullable;

/** Which rows a script deletes. */
public final class DeleteDefinition {
    private final TableName table;
    private @Nullable Expression condition;

    DeleteDefinition(TableName table) {
        this.table = table;
    }

    /** Only the rows that fulfil the condition. */
    public DeleteDefinition where(Term condition) {
        this.condition = condition.expression();
        return this;
    }

    Operation operation() {
        return new DeleteRows(table, condition, null);
    }
}
