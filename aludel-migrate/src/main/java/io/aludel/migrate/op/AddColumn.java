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

/** Adds a column as the table's last. */
public record AddColumn(TableName table, Column column) implements Operation {
    public AddColumn {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(column, "column");
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
        return new Reversal.By(new DropColumn(table, column.name(), column));
    }

    @Override
    public List<DdlStep> render(Dialect dialect, Schema before) {
        Table found = new Fit(this, before).table(table);
        return dialect.ddl().addColumn(found, new ColumnTypes(found).typed(column));
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
