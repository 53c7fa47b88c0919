// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.run;

import io.aludel.core.dialect.Dialect;
import io.aludel.core.expr.ColumnRef;
import io.aludel.core.expr.Comparison;
import io.aludel.core.expr.Exists;
import io.aludel.core.expr.Expression;
import io.aludel.core.expr.FunctionCall;
import io.aludel.core.expr.IsNull;
import io.aludel.core.expr.Logical;
import io.aludel.core.expr.Not;
import io.aludel.core.expr.RawSql;
import io.aludel.core.expr.Select;
import io.aludel.core.expr.SelectItem;
import io.aludel.core.expr.TableSource;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.ForeignKey;
import io.aludel.core.schema.Index;
import io.aludel.core.schema.PrimaryKey;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Table;
import io.aludel.core.type.StandardType;
import io.aludel.core.type.TypeKind;
import io.aludel.core.type.ValueType;
import io.aludel.migrate.op.AddCheck;
import io.aludel.migrate.op.AddColumn;
import io.aludel.migrate.op.AddForeignKey;
import io.aludel.migrate.op.AddPrimaryKey;
import io.aludel.migrate.op.AddUniqueKey;
import io.aludel.migrate.op.AlterColumn;
import io.aludel.migrate.op.CreateIndex;
import io.aludel.migrate.op.IfNeeded;
import io.aludel.migrate.op.OnDialects;
import io.aludel.migrate.op.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What operations need of the rows of one table, as queries for those that are in the way. */
final class RowRequirements {
    private static final String ROW = "r";
    private static final String TARGET = "t";

    private final Dialect dialect;
    private final Table table;
    private final List<RowRequirement> found = new ArrayList<>();

    private RowRequirements(Dialect dialect, Table table) {
        this.dialect = dialect;
        this.table = table;
    }

    /** @param before the schema as the operation finds it */
    static List<RowRequirement> of(Operation operation, Dialect dialect, Schema before) {
        if (operation instanceof OnDialects limited) {
            return of(limited.operation(), dialect, before);
        }
        if (operation instanceof IfNeeded needed) {
            boolean isNeeded = !needed.applyTo(before).equals(before);
            return isNeeded ? of(needed.operation(), dialect, before) : List.of();
        }
        Table table = operation.tables().isEmpty()
                ? null
                : before.table(operation.tables().get(0)).orElse(null);
        if (table == null) {
            return List.of();
        }
        RowRequirements requirements = new RowRequirements(dialect, table);
        requirements.add(operation);
        return requirements.found;
    }

    private void add(Operation operation) {
        if (operation instanceof AlterColumn alter) {
            alterColumn(alter);
        } else if (operation instanceof AddColumn add
                && add.requiresEmptyTable().isPresent()) {
            require(
                    null,
                    List.of(),
                    "to have no rows, as nothing says what they get in \""
                            + add.column().name() + "\"");
        } else if (operation instanceof AddPrimaryKey add) {
            add.key().columns().forEach(this::present);
            distinct(add.key().columns(), true, null);
        } else if (operation instanceof AddUniqueKey add) {
            distinct(add.key().columns(), !add.key().nullsDistinct(), null);
        } else if (operation instanceof CreateIndex create && create.index().unique()) {
            uniqueIndex(create.index());
        } else if (operation instanceof AddForeignKey add && add.key().validated()) {
            foreignKey(add.key());
        } else if (operation instanceof AddCheck add && add.check().validated()) {
            require(
                    new Not(said(add.check().condition())),
                    List.of(),
                    "to fulfil check \"" + add.check().name() + "\": "
                            + inline(add.check().condition()));
        }
    }

    private void alterColumn(AlterColumn alter) {
        String name = alter.to().name();
        Column live = table.column(name).orElse(null);
        if (live == null || alter.onward().using().containsKey(dialect.name())) {
            return;
        }
        if (live.nullable() && !alter.to().nullable() && alter.onward().fill() == null) {
            present(name);
        }
        Integer length = length(alter.to());
        Integer was = length(live);
        if (length != null && (was == null ? isText(live) : was > length)) {
            Expression tooLong = new Comparison(
                    Comparison.Operator.GT,
                    FunctionCall.of(
                            FunctionCall.Function.LENGTH, ValueType.INTEGER, column(ROW, name, ValueType.STRING)),
                    raw(Integer.toString(length)));
            require(tooLong, List.of(name), "to have " + length + " characters at most in \"" + name + "\"");
        }
    }

    private static @Nullable Integer length(Column column) {
        return column.type() instanceof StandardType type && type.kind() == TypeKind.VARCHAR && type.hasLength()
                ? type.length()
                : null;
    }

    private static boolean isText(Column column) {
        return column.type() instanceof StandardType type
                && (type.kind() == TypeKind.TEXT || type.kind() == TypeKind.VARCHAR);
    }

    private void present(String name) {
        if (table.column(name).map(Column::nullable).orElse(true)) {
            require(new IsNull(column(ROW, name), false), List.of(name), "to have a value in \"" + name + "\"");
        }
    }

    private void uniqueIndex(Index index) {
        List<String> columns = new ArrayList<>();
        for (Index.Part part : index.parts()) {
            if (part.length() != null || part.collation() != null || !(part.expression() instanceof ColumnRef column)) {
                return; // the database itself must say what is equal there
            }
            columns.add(column.column());
        }
        distinct(columns, !index.nullsDistinct(), index.predicate());
    }

    /** @param nulls whether rows that have no value there count too */
    private void distinct(List<String> columns, boolean nulls, @Nullable Expression predicate) {
        Select select = Select.of(items(columns))
                .withFrom(source(table, ROW))
                .withGroupBy(columns.stream()
                        .<Expression>map(name -> column(ROW, name))
                        .toList())
                .withHaving(new Comparison(
                        Comparison.Operator.GT,
                        FunctionCall.of(FunctionCall.Function.COUNT_ROWS, ValueType.LONG),
                        raw("1")));
        if (predicate != null) {
            select = select.withWhere(said(predicate));
        }
        if (!nulls) {
            for (String column : columns) {
                select = select.withWhere(new IsNull(column(ROW, column), true));
            }
        }
        found.add(new RowRequirement(
                select,
                columns,
                "no two rows of table \"" + table.name() + "\" to be equal in " + quoted(columns),
                List.of(table.name()),
                Set.copyOf(columns)));
    }

    private void foreignKey(ForeignKey key) {
        List<Expression> pairs = new ArrayList<>();
        for (int i = 0; i < key.columns().size(); i++) {
            pairs.add(new Comparison(
                    Comparison.Operator.EQ,
                    column(TARGET, key.targetColumns().get(i)),
                    column(ROW, key.columns().get(i))));
        }
        Select target = Select.of(List.of(SelectItem.of(raw("1"))))
                .withFrom(new TableSource.TableRef(key.target(), TARGET))
                .withWhere(all(pairs));
        Expression orphan = new Not(new Exists(target));
        for (String name : key.columns()) {
            orphan = Logical.of(Logical.Connective.AND, new IsNull(column(ROW, name), true), orphan);
        }
        require(
                orphan,
                key.columns(),
                "to point at a row of table \"" + key.target() + "\" by " + quoted(key.columns()));
        RowRequirement last = found.remove(found.size() - 1);
        found.add(new RowRequirement(
                last.violations(), last.columns(), last.what(), List.of(table.name(), key.target()), last.ofColumns()));
    }

    private static Expression all(List<Expression> conditions) {
        return conditions.size() == 1 ? conditions.get(0) : new Logical(Logical.Connective.AND, conditions);
    }

    /** @param columns that the requirement is about; none for all of the table */
    private void require(@Nullable Expression violated, List<String> columns, String what) {
        List<String> shown = shown(columns);
        Select select = Select.of(items(shown)).withFrom(source(table, ROW));
        found.add(new RowRequirement(
                violated == null ? select : select.withWhere(violated),
                shown,
                (violated == null ? "table \"" : "every row of table \"") + table.name() + "\" " + what,
                List.of(table.name()),
                Set.copyOf(columns)));
    }

    /** The primary key tells which row it is; without one, its columns must do. */
    private List<String> shown(List<String> columns) {
        PrimaryKey key = table.primaryKey();
        if (key != null) {
            return key.columns();
        }
        return columns.isEmpty()
                ? table.columns().stream().limit(3).map(Column::name).toList()
                : columns;
    }

    private static List<SelectItem> items(List<String> columns) {
        return columns.stream().map(name -> SelectItem.of(column(ROW, name))).toList();
    }

    private static TableSource source(Table table, String alias) {
        return new TableSource.TableRef(table.name(), alias);
    }

    /** Compared as the database compares it: keys know nothing of our types. */
    private static ColumnRef column(String alias, String name) {
        return column(alias, name, ValueType.LONG);
    }

    private static ColumnRef column(String alias, String name, ValueType<?> type) {
        return new ColumnRef(alias, name, type);
    }

    private Expression raw(String number) {
        return new RawSql(dialect.name(), number, ValueType.INTEGER);
    }

    /** A condition with its values in it. */
    private Expression said(Expression condition) {
        return new RawSql(dialect.name(), "(" + inline(condition) + ")", ValueType.BOOLEAN);
    }

    private String inline(Expression condition) {
        return dialect.newRenderer().renderInline(Objects.requireNonNull(condition));
    }

    private static String quoted(List<String> columns) {
        return columns.stream().map(name -> "\"" + name + "\"").collect(Collectors.joining(", "));
    }
}
