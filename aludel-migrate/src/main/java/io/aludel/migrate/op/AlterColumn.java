// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.op;

import io.aludel.core.dialect.DdlStep;
import io.aludel.core.dialect.Dialect;
import io.aludel.core.expr.Expression;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Changes a column's type, nullability, default, generation, collation or comment. Its name stays: that is {@link RenameColumn}.
 *
 * @param from the column as it was, in full
 * @param to the column as it becomes, in full
 * @param back what becomes of values on the way back
 * @param onward what becomes of them on this way
 */
public record AlterColumn(TableName table, Column from, Column to, ColumnValues back, ColumnValues onward)
        implements Operation {
    public AlterColumn {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(back, "back");
        Objects.requireNonNull(onward, "onward");
        if (!from.name().equals(to.name())) {
            throw new IllegalArgumentException("AlterColumn keeps the name, but got \"" + from.name() + "\" and \""
                    + to.name() + "\"; use RenameColumn.");
        }
    }

    /** A change that values stay in, converted by the database. */
    public AlterColumn(TableName table, Column from, Column to) {
        this(table, from, to, ColumnValues.KEPT, ColumnValues.KEPT);
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
        return new Reversal.By(new AlterColumn(table, to, from, onward, back));
    }

    @Override
    public List<DdlStep> render(Dialect dialect, Schema before) {
        Fit fit = new Fit(this, before);
        Table found = fit.table(table);
        Column live = fit.column(found, to.name());
        Column typed = new ColumnTypes(found).typed(to);
        Expression fill = onward.fill();
        if (fill == null || typed.nullable() || !live.nullable()) {
            return changed(dialect, found, live, typed);
        }
        // A fill is a value of the new type, and must be there before NULL is refused.
        Column open = typed.withNullable(true);
        Table opened = found.withColumn(open);
        List<DdlStep> steps = new ArrayList<>(open.equals(live) ? List.of() : changed(dialect, found, live, open));
        steps.addAll(dialect.ddl().fillColumn(opened, open, new ColumnTypes(found).typed(fill)));
        steps.addAll(dialect.ddl().alterColumn(opened, open, typed));
        return steps;
    }

    private List<DdlStep> changed(Dialect dialect, Table table, Column from, Column to) {
        String using = onward.using().get(dialect.name());
        return using == null
                ? dialect.ddl().alterColumn(table, from, to)
                : dialect.ddl().convertColumn(table, from, to, using);
    }

    /** Values may be lost where the new type is not known to hold every value of the old one, and NULL may be in the way. */
    @Override
    public Optional<String> loss() {
        String column = "column \"" + to.name() + "\" of table \"" + table + "\"";
        if (!TypeWidening.holds(to.type(), from.type())) {
            return Optional.of(
                    "may lose values of " + column + ": " + to.type() + " does not hold every " + from.type());
        }
        return from.nullable() && !to.nullable()
                ? Optional.of("takes NULL away from " + column
                        + (onward.fill() == null ? ", and stops where a row has it" : ", for what is filled in"))
                : Optional.empty();
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
