// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.op;

import io.aludel.core.dialect.DdlStep;
import io.aludel.core.dialect.Dialect;
import io.aludel.core.expr.Expression;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Table;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Inserts a row for each row of another table that fulfils a condition. The schema stays.
 *
 * @param source where the rows come from; the same table will do
 * @param values by column of the table, in the order of the script; over the row of the source
 * @param condition over the row of the source; null for all rows
 */
public record InsertSelected(
        TableName table,
        TableName source,
        Map<String, Expression> values,
        @Nullable Expression condition) implements Operation {
    public InsertSelected {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(source, "source");
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        if (values.isEmpty()) {
            throw new IllegalArgumentException("Rows of \"" + source + "\" give table \"" + table
                    + "\" no values; say set(…), or leave the step out.");
        }
    }

    @Override
    public Schema applyTo(Schema before) {
        Fit fit = new Fit(this, before);
        Table found = fit.table(table);
        values.keySet().forEach(column -> fit.column(found, column));
        Table from = fit.table(source);
        fit.columnsOf(from, values.values());
        fit.columnsOf(from, condition == null ? List.of() : List.of(condition));
        return before;
    }

    @Override
    public Reversal reverse() {
        return new Reversal.Impossible(
                "Cannot reverse \"" + describe() + "\": which rows are new is not recorded. Write down() by hand.");
    }

    @Override
    public List<DdlStep> render(Dialect dialect, Schema before) {
        Fit fit = new Fit(this, before);
        return new RowStatements(dialect, fit.table(table)).insert(fit.table(source), values, condition);
    }

    @Override
    public List<TableName> tables() {
        return List.of(table, source);
    }

    @Override
    public String describe() {
        return "insert rows of \"" + source + "\" into table \"" + table + "\"";
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.insertSelected(this);
    }
}
