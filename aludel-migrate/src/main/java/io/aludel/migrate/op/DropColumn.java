// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.op;

import io.aludel.core.dialect.DdlStep;
import io.aludel.core.dialect.Dialect;
import io.aludel.core.expr.Expression;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.Generation;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Sequence;
import io.aludel.core.schema.Table;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Drops a column with its values. Keys and indexes over it are dropped before it, by operations of their own.
 *
 * @param former what it was; null where nobody said
 * @param fill what rows get when it comes back; null where that is its default, or NULL
 */
public record DropColumn(
        TableName table,
        String column,
        @Nullable Column former,
        @Nullable Expression fill) implements Operation {
    public DropColumn {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(column, "column");
    }

    /** A column that comes back with its default, or NULL. */
    public DropColumn(TableName table, String column, @Nullable Column former) {
        this(table, column, former, null);
    }

    @Override
    public Schema applyTo(Schema before) {
        Fit fit = new Fit(this, before);
        Table found = fit.table(table);
        fit.column(found, column);
        Optional<String> user = new ColumnUse(before, table, column).first();
        if (user.isPresent()) {
            throw fit.refuse(user.get() + " uses it. Drop that first.");
        }
        Sequence.Owner owner = new Sequence.Owner(table, column);
        return fit.building(() -> before.with(found.withColumns(found.columns().stream()
                        .filter(other -> !other.name().equals(column))
                        .toList()))
                .withSequences(before.sequences().stream()
                        .filter(sequence -> !owner.equals(sequence.owner()))
                        .toList()));
    }

    @Override
    public Reversal reverse() {
        return former == null ? Reversal.formerUnknown(this) : new Reversal.By(new AddColumn(table, former, fill));
    }

    @Override
    public Operation withFormer(Schema before) {
        return new DropColumn(
                table,
                column,
                before.table(table).flatMap(found -> found.column(column)).orElse(former),
                fill);
    }

    @Override
    public List<DdlStep> render(Dialect dialect, Schema before) {
        Fit fit = new Fit(this, before);
        Table found = fit.table(table);
        return dialect.ddl().dropColumn(found, fit.column(found, column));
    }

    /** What is computed of other columns can be computed again. */
    @Override
    public Optional<String> loss() {
        return former != null && former.generation() instanceof Generation.Computed
                ? Optional.empty()
                : Optional.of("loses the values of column \"" + column + "\" of table \"" + table + "\"");
    }

    @Override
    public List<TableName> tables() {
        return List.of(table);
    }

    @Override
    public String describe() {
        return "drop column \"" + column + "\" of table \"" + table + "\"";
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.dropColumn(this);
    }
}
