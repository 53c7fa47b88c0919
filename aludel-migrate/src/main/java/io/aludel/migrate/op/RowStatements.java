// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.op;

import io.aludel.core.dialect.DdlStep;
import io.aludel.core.dialect.Dialect;
import io.aludel.core.expr.Expression;
import io.aludel.core.expr.Logical;
import io.aludel.core.schema.Generation;
import io.aludel.core.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Changes of a table's rows as statements, with values as literals: the same text is executed and printed. */
record RowStatements(Dialect dialect, Table table) {
    /** How many rows a statement holds at most: enough to be quick, and far from every limit. */
    private static final int BATCH = 100;

    List<DdlStep> insert(List<String> columns, List<List<Expression>> rows) {
        String start = into(columns) + " values ";
        return batches(rows).stream()
                .<DdlStep>map(batch ->
                        new DdlStep.Sql(start + batch.stream().map(this::row).collect(Collectors.joining(", "))))
                .toList();
    }

    /** A row for each row of the source. */
    List<DdlStep> insert(Table source, Map<String, Expression> values, @Nullable Expression condition) {
        RowStatements from = new RowStatements(dialect, source);
        String selected = values.values().stream().map(from::inline).collect(Collectors.joining(", "));
        return List.of(new DdlStep.Sql(into(List.copyOf(values.keySet())) + " select " + selected + " from "
                + from.name() + from.where(condition)));
    }

    private String into(List<String> columns) {
        boolean overridden = columns.stream()
                .map(table::requireColumn)
                .anyMatch(column -> column.generation() instanceof Generation.Identity identity && identity.always());
        return "insert into " + name()
                + columns.stream().map(dialect::quote).collect(Collectors.joining(", ", " (", ")"))
                + (overridden ? " overriding system value" : "");
    }

    private String row(List<Expression> values) {
        return values.stream().map(this::inline).collect(Collectors.joining(", ", "(", ")"));
    }

    List<DdlStep> update(Map<String, Expression> values, @Nullable Expression condition) {
        String sets = values.entrySet().stream()
                .map(entry -> dialect.quote(entry.getKey()) + " = " + inline(entry.getValue()))
                .collect(Collectors.joining(", "));
        return List.of(new DdlStep.Sql("update " + name() + " set " + sets + where(condition)));
    }

    /** Conditions of which one suffices are spread over statements: a database has a limit to how many it takes. */
    List<DdlStep> delete(@Nullable Expression condition) {
        List<Expression> parts = condition instanceof Logical logical
                        && logical.connective() == Logical.Connective.OR
                        && logical.operands().size() > BATCH
                ? batches(logical.operands()).stream()
                        .map(batch -> batch.size() == 1 ? batch.get(0) : new Logical(Logical.Connective.OR, batch))
                        .toList()
                : condition == null ? List.of() : List.of(condition);
        String start = "delete from " + name();
        return parts.isEmpty()
                ? List.of(new DdlStep.Sql(start))
                : parts.stream()
                        .<DdlStep>map(part -> new DdlStep.Sql(start + where(part)))
                        .toList();
    }

    private String name() {
        String schema = table.name().schema();
        return (schema == null ? "" : dialect.quote(schema) + ".")
                + dialect.quote(table.name().name());
    }

    private String where(@Nullable Expression condition) {
        return condition == null ? "" : " where " + inline(condition);
    }

    private String inline(Expression expression) {
        return dialect.newRenderer().renderInline(new ColumnTypes(table).typed(expression));
    }

    private static <T> List<List<T>> batches(List<T> all) {
        List<List<T>> batches = new ArrayList<>();
        for (int i = 0; i < all.size(); i += BATCH) {
            batches.add(all.subList(i, Math.min(i + BATCH, all.size())));
        }
        return batches;
    }
}
