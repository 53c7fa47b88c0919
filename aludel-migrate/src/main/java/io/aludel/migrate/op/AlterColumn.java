// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.op;

import io.aludel.core.dialect.DdlStep;
import io.aludel.core.dialect.Dialect;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Table;
import java.util.List;
import java.util.Objects;

/**
 * Changes a column's type, nullability, default, generation, collation or comment. Its name stays: that is {@link RenameColumn}.
 *
 * @param from the column as it was, in full
 * @param to the column as it becomes, in full
 */
public record AlterColumn(TableName table, Column from, Column to) implements Operation {
    public AlterColumn {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        if (!from.name().equals(to.name())) {
            throw new IllegalArgumentException("AlterColumn keeps the name, but got \"" + from.name() + "\" and \""
                    + to.name() + "\"; use RenameColumn.");
        }
    }

    @Override
    public Schema applyTo(Schema before) {
        Fit fit = new Fit(this, before);
        Table found = fit.table(table);
        fit.column(found, to.name());
        return before.with(found.withColumn(new ColumnTypes(found).typed(to)));
    }

    @Override
    public Reversal reverse() {
        return new Reversal.By(new AlterColumn(table, to, from));
    }

    @Override
    public List<DdlStep> render(Dialect dialect, Schema before) {
        Fit fit = new Fit(this, before);
        Table found = fit.table(table);
        return dialect.ddl().alterColumn(found, fit.column(found, to.name()), new ColumnTypes(found).typed(to));
    }

    /** Values may be lost where the new type is not known to hold every value of the old one. */
    @Override
    public boolean isDestructive() {
        return !TypeWidening.holds(to.type(), from.type());
    }

    @Override
    public List<TableName> tables() {
        return List.of(table);
    }

    @Override
    public String describe() {
        return "alter column \"" + to.name() + "\" of table \"" + table + "\"";
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.alterColumn(this);
    }
}
