// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.op;

import io.aludel.core.expr.Expression;
import io.aludel.core.expr.NullLiteral;
import io.aludel.core.name.TableName;
import io.aludel.core.type.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rows that a script inserts. */
public final class RowsDefinition {
    private final TableName table;
    private final List<String> columns;
    private final List<List<Expression>> rows = new ArrayList<>();
    private List<String> key = List.of();

    RowsDefinition(TableName table, List<String> columns) {
        this.table = table;
        this.columns = columns;
    }

    /**
     * A row: a value for each of the columns.
     *
     * @param values Java values, null for NULL, or {@link Term}s
     */
    public RowsDefinition row(@Nullable Object... values) {
        rows.add(Stream.of(values).map(RowsDefinition::expression).toList());
        return this;
    }

    private static Expression expression(@Nullable Object value) {
        return value == null ? new NullLiteral(ValueType.STRING) : Term.operand(value);
    }

    /** By which columns they are found when they are deleted again, on the way back. */
    public RowsDefinition keyedBy(String... columns) {
        key = List.of(columns);
        return this;
    }

    Operation operation() {
        return new InsertRows(table, columns, rows, key);
    }
}
