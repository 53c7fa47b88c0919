// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.run;

import io.aludel.core.dialect.DdlStep;
import io.aludel.core.dialect.Dialect;
import io.aludel.core.expr.Assignment;
import io.aludel.core.expr.ColumnRef;
import io.aludel.core.expr.Comparison;
import io.aludel.core.expr.Delete;
import io.aludel.core.expr.Expression;
import io.aludel.core.expr.InsertRows;
import io.aludel.core.expr.Logical;
import io.aludel.core.expr.Order;
import io.aludel.core.expr.Parameter;
import io.aludel.core.expr.Select;
import io.aludel.core.expr.SelectItem;
import io.aludel.core.expr.TableSource;
import io.aludel.core.expr.Update;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.PrimaryKey;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Table;
import io.aludel.core.type.SqlType;
import io.aludel.core.type.ValueType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Our own tables in the user's database, and the statements over them: the history, the statements of a revision that is not done yet, and the
 * number of this format.
 *
 * @param schema where they are; null for the connection's default schema
 * @param prefix what their names begin with
 */
public record LedgerTables(@Nullable String schema, String prefix) {
    /** Where they are unless somebody says otherwise. */
    public static final LedgerTables DEFAULT = new LedgerTables(null, "aludel");

    /** What no difference ever speaks of. */
    public static final Set<TableName> NAMES = DEFAULT.names();

    /** The format that this release writes. It reads every earlier one; the second has the table of steps, the third that of repeatable scripts. */
    static final int FORMAT = 3;

    /** The columns of the history, in the order of {@link HistoryEntry}. */
    static final Map<String, ValueType<?>> COLUMNS = historyColumns();

    /** The columns of the steps, in the order of {@link Step}. */
    static final Map<String, ValueType<?>> STEP_COLUMNS = stepColumns();

    /** The columns of the repeatable scripts, in the order of {@link RepeatedEntry}. */
    static final Map<String, ValueType<?>> REPEATABLE_COLUMNS = repeatableColumns();

    /** Those that are null before a statement is begun. */
    private static final Set<String> LATER = Set.of("fingerprint", "started_at");

    private static final List<String> STEP_KEY = List.of("revision", "operation", "statement");
    private static final String ALIAS = "h";

    public LedgerTables {
        if (prefix.isBlank()) {
            throw new IllegalArgumentException(
                    "The prefix of the ledger's tables is empty; give one, such as \"aludel\".");
        }
    }

    private static Map<String, ValueType<?>> historyColumns() {
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

    private static Map<String, ValueType<?>> stepColumns() {
        Map<String, ValueType<?>> columns = new LinkedHashMap<>();
        columns.put("revision", ValueType.STRING.as(SqlType.varchar(12)));
        columns.put("way", ValueType.STRING.as(SqlType.varchar(4)));
        columns.put("operation", ValueType.INTEGER);
        columns.put("statement", ValueType.INTEGER);
        columns.put("checksum", ValueType.STRING.as(SqlType.varchar(80)));
        columns.put("sql_text", ValueType.STRING);
        columns.put("state", ValueType.STRING.as(SqlType.varchar(7)));
        columns.put("fingerprint", ValueType.STRING.as(SqlType.varchar(80)));
        columns.put("started_at", ValueType.INSTANT);
        return Collections.unmodifiableMap(columns);
    }

    private static Map<String, ValueType<?>> repeatableColumns() {
        Map<String, ValueType<?>> columns = new LinkedHashMap<>();
        columns.put("name", ValueType.STRING.as(SqlType.varchar(100)));
        columns.put("checksum", ValueType.STRING.as(SqlType.varchar(80)));
        columns.put("applied_at", ValueType.INSTANT);
        columns.put("duration_ms", ValueType.LONG);
        columns.put("applied_by", ValueType.STRING);
        return Collections.unmodifiableMap(columns);
    }

    /** The table of what was applied. */
    public TableName history() {
        return TableName.of(schema, prefix + "_history");
    }

    TableName steps() {
        return TableName.of(schema, prefix + "_steps");
    }

    TableName repeatable() {
        return TableName.of(schema, prefix + "_repeatable");
    }

    TableName ledger() {
        return TableName.of(schema, prefix + "_ledger");
    }

    /** All of them. */
    public Set<TableName> names() {
        return Set.of(history(), steps(), repeatable(), ledger());
    }

    /** The tables in the order in which they are made: where the last one stands with its row, all do. */
    List<Table> tables() {
        return List.of(
                table(history(), COLUMNS, List.of("revision")),
                table(steps(), STEP_COLUMNS, STEP_KEY),
                table(repeatable(), REPEATABLE_COLUMNS, List.of("name")),
                table(ledger(), Map.of("format", ValueType.INTEGER), List.of("format")));
    }

    private static Table table(TableName name, Map<String, ValueType<?>> columns, List<String> key) {
        List<Column> all = columns.entrySet().stream()
                .map(column -> Column.notNull(column.getKey(), column.getValue().sqlType())
                        .withNullable(LATER.contains(column.getKey())))
                .toList();
        return Table.of(name, all).withPrimaryKey(new PrimaryKey("pk_" + name.name(), key));
    }

    /** What makes all of them in an empty database. */
    List<DdlStep> create(Dialect dialect) {
        return dialect.ddl().createAll(Schema.EMPTY.withTables(tables()));
    }

    Select selectHistory() {
        return select(history(), COLUMNS, List.of("ordinal"));
    }

    Select selectSteps() {
        return select(steps(), STEP_COLUMNS, List.of("operation", "statement"));
    }

    Select selectRepeatable() {
        return select(repeatable(), REPEATABLE_COLUMNS, List.of("name"));
    }

    Select selectFormat() {
        return Select.of(List.of(SelectItem.of(new ColumnRef(ALIAS, "format", ValueType.INTEGER))))
                .withFrom(new TableSource.TableRef(ledger(), ALIAS));
    }

    private static Select select(TableName table, Map<String, ValueType<?>> columns, List<String> order) {
        return Select.of(columns.entrySet().stream()
                        .map(column -> SelectItem.of(new ColumnRef(ALIAS, column.getKey(), column.getValue())))
                        .toList())
                .withFrom(new TableSource.TableRef(table, ALIAS))
                .withOrderBy(order.stream()
                        .map(column ->
                                new Order(new ColumnRef(ALIAS, column, ValueType.INTEGER), false, Order.Nulls.DEFAULT))
                        .toList());
    }

    InsertRows insertHistory() {
        return insert(history(), COLUMNS);
    }

    InsertRows insertSteps() {
        return insert(steps(), STEP_COLUMNS);
    }

    InsertRows insertRepeatable() {
        return insert(repeatable(), REPEATABLE_COLUMNS);
    }

    /** Deletes the repeatable script whose name is its one parameter. */
    Delete deleteRepeatable() {
        return new Delete(new TableSource.TableRef(repeatable(), ALIAS), is("name", REPEATABLE_COLUMNS, 0));
    }

    /** Sets the checksum of all repeatable scripts to its one parameter. */
    Update updateRepeatables() {
        ValueType<?> type = Objects.requireNonNull(REPEATABLE_COLUMNS.get("checksum"));
        return new Update(
                new TableSource.TableRef(repeatable(), ALIAS),
                List.of(new Assignment(new ColumnRef("", "checksum", type), new Parameter(0, type))),
                null);
    }

    InsertRows insertFormat() {
        return insert(ledger(), Map.of("format", ValueType.INTEGER));
    }

    private static InsertRows insert(TableName table, Map<String, ValueType<?>> columns) {
        return new InsertRows(
                table,
                columns.entrySet().stream()
                        .map(column -> new ColumnRef("", column.getKey(), column.getValue()))
                        .toList(),
                null);
    }

    /** Its one parameter is the new format. */
    Update updateFormat() {
        ColumnRef format = new ColumnRef("", "format", ValueType.INTEGER);
        return new Update(
                new TableSource.TableRef(ledger(), ALIAS),
                List.of(new Assignment(format, new Parameter(0, ValueType.INTEGER))),
                null);
    }

    /** Deletes the revision that is its one parameter. */
    Delete deleteRevision() {
        return new Delete(new TableSource.TableRef(history(), ALIAS), is("revision", COLUMNS, 0));
    }

    /** Empties the history. */
    Delete deleteAll() {
        return new Delete(new TableSource.TableRef(history(), ALIAS), null);
    }

    /** Deletes all steps of the revision that is its one parameter. */
    Delete deleteSteps() {
        return new Delete(new TableSource.TableRef(steps(), ALIAS), is("revision", STEP_COLUMNS, 0));
    }

    /** Deletes the steps of the revision and the operation that are its two parameters. */
    Delete deleteStepsOf() {
        return new Delete(
                new TableSource.TableRef(steps(), ALIAS),
                new Logical(
                        Logical.Connective.AND,
                        List.of(is("revision", STEP_COLUMNS, 0), is("operation", STEP_COLUMNS, 1))));
    }

    /** Sets state, fingerprint and start of one step: three parameters, then three that say which. */
    Update updateStep() {
        List<Assignment> assignments = new ArrayList<>();
        for (String column : List.of("state", "fingerprint", "started_at")) {
            ValueType<?> type = Objects.requireNonNull(STEP_COLUMNS.get(column));
            assignments.add(new Assignment(new ColumnRef("", column, type), new Parameter(assignments.size(), type)));
        }
        List<Expression> which = new ArrayList<>();
        for (String column : STEP_KEY) {
            which.add(is(column, STEP_COLUMNS, assignments.size() + which.size()));
        }
        return new Update(
                new TableSource.TableRef(steps(), ALIAS), assignments, new Logical(Logical.Connective.AND, which));
    }

    private static Expression is(String column, Map<String, ValueType<?>> columns, int parameter) {
        ValueType<?> type = Objects.requireNonNull(columns.get(column));
        return new Comparison(
                Comparison.Operator.EQ, new ColumnRef(ALIAS, column, type), new Parameter(parameter, type));
    }
}
