// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.op;

import io.aludel.core.dialect.DdlStep;
import io.aludel.core.dialect.Dialect;
import io.aludel.core.expr.Expression;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.Default;
import io.aludel.core.schema.Generation;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Table;
import io.aludel.core.type.NativeType;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Adds a column as the table's last.
 *
 * @param fill what rows that are there get, over their other columns; null where that is the default, or NULL
 */
public record AddColumn(
        TableName table, Column column, @Nullable Expression fill) implements Operation {
    public AddColumn {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(column, "column");
        if (fill != null && !column.generation().equals(Generation.NONE)) {
            throw new IllegalArgumentException("Column \"" + column.name()
                    + "\" is computed or numbered by the database; leave out what rows get.");
        }
    }

    /** A column of which rows that are there get the default. */
    public AddColumn(TableName table, Column column) {
        this(table, column, null);
    }

    @Override
    public Schema applyTo(Schema before) {
        Fit fit = new Fit(this, before);
        Table found = fit.table(table);
        fit.isFree(found, column.name());
        return before.with(found.withColumn(new ColumnTypes(found).typed(column)));
    }

    @Override
    public Reversal reverse() {
        return new Reversal.By(new DropColumn(table, column.name(), column, fill));
    }

    @Override
    public List<DdlStep> render(Dialect dialect, Schema before) {
        Table found = new Fit(this, before).table(table);
        ColumnTypes types = new ColumnTypes(found);
        return fill == null
                ? dialect.ddl().addColumn(found, types.typed(column))
                : dialect.ddl().addColumn(found, types.typed(column), types.typed(fill));
    }

    /** The column refuses NULL, and nothing says what rows get. */
    @Override
    public Optional<TableName> requiresEmptyTable() {
        boolean given = fill != null
                || column.nullable()
                || column.defaultValue() instanceof Default.Of
                || !column.generation().equals(Generation.NONE)
                || column.type() instanceof NativeType; // a domain may have a default of its own
        return given ? Optional.empty() : Optional.of(table);
    }

    @Override
    public List<TableName> tables() {
        return List.of(table);
    }

    @Override
    public String describe() {
        return "add column \"" + column.name() + "\" to table \"" + table + "\"";
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.addColumn(this);
    }
}
