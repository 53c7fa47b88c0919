// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.command;

import io.aludel.core.dialect.TransactionMode;
import io.aludel.core.expr.ColumnRef;
import io.aludel.core.expr.Expression;
import io.aludel.core.expr.IsNull;
import io.aludel.core.expr.Select;
import io.aludel.core.expr.SelectItem;
import io.aludel.core.expr.TableSource;
import io.aludel.core.expr.Value;
import io.aludel.core.name.TableName;
import io.aludel.core.type.ValueType;
import io.aludel.engine.Engine;
import io.aludel.engine.EngineConnection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks whether there are rows, of which one is enough. */
record LiveRows(Engine engine) implements KnownRows {
    private static final String ALIAS = "t";

    @Override
    public boolean areIn(TableName table) {
        return isOne(table, null);
    }

    @Override
    public boolean areWithoutValue(TableName table, String column) {
        return isOne(table, new IsNull(new ColumnRef(ALIAS, column, ValueType.STRING), false));
    }

    private boolean isOne(TableName table, @Nullable Expression condition) {
        Expression one = new Value(1, ValueType.INTEGER);
        Select select = Select.of(List.of(SelectItem.of(one)))
                .withFrom(new TableSource.TableRef(table, ALIAS))
                .withLimit(one);
        if (condition != null) {
            select = select.withWhere(condition);
        }
        try (EngineConnection connection = engine.connect()) {
            connection.begin(TransactionMode.READ_ONLY);
            return !connection
                    .list(connection.dialect().toSql(select), List.of(ValueType.INTEGER), row -> row.getInt(0))
                    .isEmpty();
        }
    }
}
