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
 * Changes values in the rows that fulfil a condition. The schema stays.
 *
 * @param values by column, in the order of the script; over the row as it was
 * @param condition null for all rows
 */
public record UpdateRows(
        TableName table,
        Map<String, Expression> values,
        @Nullable Expression condition) implements Operation {
    public UpdateRows {
        Objects.requireNonNull(table, "table");
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        if (values.isEmpty()) {
            throw new IllegalArgumentException(
                    "The update of table \"" + table + "\" changes nothing; say set(…), or leave the step out.");
        }
    }

    @Override
    public Schema applyTo(Schema before) {
        Fit fit = new Fit(this, before);
        Table found = fit.table(table);
        values.keySet().forEach(column -> fit.column(found, column));
        fit.columnsOf(found, values.values());
        fit.columnsOf(found, condition == null ? List.of() : List.of(condition));
        return before;
    }

    @Override
    public Reversal reverse() {
        return new Reversal.Impossible(
                "Cannot reverse \"" + describe() + "\": the former values are not recorded. Write down() by hand.");
    }

    @Override
    public List<DdlStep> render(Dialect dialect, Schema before) {
        Table found = new Fit(this, before).table(table);
        return new RowStatements(dialect, found).update(values, condition);
    }

    /** Values that rows have are lost. */
    @Override
    public boolean isDestructive() {
        return true;
    }

    @Override
    public List<TableName> tables() {
        return List.of(table);
    }

    @Override
    public String describe() {
        return "update " + Fit.listed(values.keySet().stream()) + " of table \"" + table + "\"";
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.updateRows(this);
    }
}
