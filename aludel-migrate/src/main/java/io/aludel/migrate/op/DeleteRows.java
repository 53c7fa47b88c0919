// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.op;

import io.aludel.core.dialect.DdlStep;
import io.aludel.core.dialect.Dialect;
import io.aludel.core.expr.Expression;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Table;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Deletes the rows that fulfil a condition. The schema stays.
 *
 * @param condition null for all rows
 * @param former what inserts them again; null where nobody said
 */
public record DeleteRows(
        TableName table,
        @Nullable Expression condition,
        @Nullable InsertRows former) implements Operation {
    public DeleteRows {
        Objects.requireNonNull(table, "table");
    }

    @Override
    public Schema applyTo(Schema before) {
        Fit fit = new Fit(this, before);
        Table found = fit.table(table);
        fit.columnsOf(found, condition == null ? List.of() : List.of(condition));
        return before;
    }

    @Override
    public Reversal reverse() {
        return former == null
                ? new Reversal.Impossible(
                        "Cannot reverse \"" + describe() + "\": the rows are not recorded. Write down() by hand.")
                : new Reversal.By(former);
    }

    @Override
    public List<DdlStep> render(Dialect dialect, Schema before) {
        Table found = new Fit(this, before).table(table);
        return new RowStatements(dialect, found).delete(condition);
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
        return "delete rows of table \"" + table + "\"";
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.deleteRows(this);
    }
}
