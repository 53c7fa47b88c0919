// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.run;

import io.aludel.core.dialect.DdlStep;
import io.aludel.core.dialect.Dialect;
import io.aludel.core.expr.ColumnRef;
import io.aludel.core.expr.Comparison;
import io.aludel.core.expr.Delete;
import io.aludel.core.expr.InsertRows;
import io.aludel.core.expr.Order;
import io.aludel.core.expr.Parameter;
import io.aludel.core.expr.Select;
import io.aludel.core.expr.SelectItem;
import io.aludel.core.expr.TableSource;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.PrimaryKey;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Table;
import io.aludel.core.type.SqlType;
import io.aludel.core.type.ValueType;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Our own two tables in the user's database, and the statements over them. */
public final class LedgerTables {
    /** The format that this release writes and reads. */
    static final int FORMAT = 1;

    static final TableName HISTORY = TableName.of("aludel_history");
    static final TableName LEDGER = TableName.of("aludel_ledger");

    /** What no difference ever speaks of. */
    public static final Set<TableName> NAMES = Set.of(HISTORY, LEDGER);

    /** The columns of the history, in the order of {@link HistoryEntry}. */
    static final Map<String, ValueType<?>> COLUMNS = orderedColumns();

    private static final String ALIAS = "h";

    private LedgerTables() {}

    private static Map<String, ValueType<?>> orderedColumns() {
        Map<String, ValueType<?>> columns = new LinkedHashMap<>();
        columns.put("revision", ValueType.STRING.as(SqlType.varchar(12)));
        columns.put("ordinal", ValueType.INTEGER);
        columns.put("message", ValueType.STRING);
        columns.put("checksum", ValueType.STRING.as(SqlType.varchar(80)));
        columns.put("applied_at", ValueType.INSTANT);
        columns.put("duration_ms", ValueType.LONG);
        columns.put("applied_by", ValueType.STRING);
        return Collections.unmodifiableMap(columns);
    }

    static Schema schema() {
        List<Column> columns = COLUMNS.entrySet().stream()
                .map(column -> Column.notNull(column.getKey(), column.getValue().sqlType()))
                .toList();
        Table history =
                Table.of(HISTORY, columns).withPrimaryKey(new PrimaryKey("pk_aludel_history", List.of("revision")));
        Table ledger = Table.of(LEDGER, List.of(Column.notNull("format", SqlType.integer())))
                .withPrimaryKey(new PrimaryKey("pk_aludel_ledger", List.of("format")));
        return Schema.of(history, ledger);
    }

    static List<DdlStep> create(Dialect dialect) {
        return dialect.ddl().createAll(schema());
    }

    static Select selectHistory() {
        List<SelectItem> items = COLUMNS.keySet().stream()
                .map(column -> SelectItem.of(column(ALIAS, column)))
                .toList();
        return Select.of(items)
                .withFrom(new TableSource.TableRef(HISTORY, ALIAS))
                .withOrderBy(List.of(new Order(column(ALIAS, "ordinal"), false, Order.Nulls.DEFAULT)));
    }

    static Select selectFormat() {
        return Select.of(List.of(SelectItem.of(new ColumnRef("l", "format", ValueType.INTEGER))))
                .withFrom(new TableSource.TableRef(LEDGER, "l"));
    }

    static InsertRows insertHistory() {
        return new InsertRows(
                HISTORY,
                COLUMNS.keySet().stream().map(column -> column("", column)).toList(),
                null);
    }

    static InsertRows insertFormat() {
        return new InsertRows(LEDGER, List.of(new ColumnRef("", "format", ValueType.INTEGER)), null);
    }

    /** Deletes the revision that is its one parameter. */
    static Delete deleteRevision() {
        return new Delete(
                new TableSource.TableRef(HISTORY, ALIAS),
                new Comparison(Comparison.Operator.EQ, column(ALIAS, "revision"), new Parameter(0, ValueType.STRING)));
    }

    private static ColumnRef column(String qualifier, String name) {
        return new ColumnRef(qualifier, name, Objects.requireNonNull(COLUMNS.get(name)));
    }
}
