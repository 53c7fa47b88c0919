// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.interop;

import io.aludel.core.expr.ColumnRef;
import io.aludel.core.expr.Order;
import io.aludel.core.expr.Select;
import io.aludel.core.expr.SelectItem;
import io.aludel.core.expr.TableSource;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.Table;
import io.aludel.core.type.RowReader;
import io.aludel.core.type.ValueType;
import io.aludel.engine.EngineConnection;
import io.aludel.migrate.MigrationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The rows of another tool's table, whose names may be in either case. */
record HistoryRows(Table table) {
    private static final String ALIAS = "h";

    boolean has(String column) {
        return find(column).isPresent();
    }

    /**
     * All rows.
     *
     * @param columns what is read, in this order
     * @param order the column by which they are sorted
     */
    <R> List<R> list(
            EngineConnection connection,
            Map<String, ValueType<?>> columns,
            String order,
            Function<RowReader, R> reader) {
        List<SelectItem> items = new ArrayList<>();
        columns.forEach((name, type) -> items.add(SelectItem.of(new ColumnRef(ALIAS, require(name), type))));
        Select select = Select.of(items)
                .withFrom(new TableSource.TableRef(table.name(), ALIAS))
                .withOrderBy(List.of(new Order(
                        new ColumnRef(ALIAS, require(order), ValueType.INTEGER), false, Order.Nulls.DEFAULT)));
        return connection.list(connection.dialect().toSql(select), List.copyOf(columns.values()), reader);
    }

    private String require(String column) {
        return find(column)
                .orElseThrow(() -> new MigrationException(
                        "MIG-076",
                        "Table \"" + table.name() + "\" has no column \"" + column + "\", but: "
                                + table.columns().stream().map(Column::name).collect(Collectors.joining(", "))
                                + ". It was made by a release too old to be read, or by somebody else."));
    }

    private Optional<String> find(String column) {
        return table.columns().stream()
                .map(Column::name)
                .filter(name -> name.equalsIgnoreCase(column))
                .findFirst();
    }
}
