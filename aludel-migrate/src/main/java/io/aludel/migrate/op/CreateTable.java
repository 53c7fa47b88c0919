// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.op;

import io.aludel.core.dialect.DdlStep;
import io.aludel.core.dialect.Dialect;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.ForeignKey;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Table;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Creates a table with all that belongs to it. A foreign key to a table that comes later is added by {@link AddForeignKey}. */
public record CreateTable(Table table) implements Operation {
    public CreateTable {
        Objects.requireNonNull(table, "table");
    }

    @Override
    public Schema applyTo(Schema before) {
        Fit fit = new Fit(this, before);
        fit.isFree(table.name());
        for (ForeignKey key : table.foreignKeys()) {
            fit.targetOf(
                    key,
                    table.name(),
                    target -> target.equals(table.name()) ? Optional.of(table) : before.table(target));
        }
        return before.with(new ColumnTypes(table).typed());
    }

    @Override
    public Reversal reverse() {
        return new Reversal.By(new DropTable(table.name(), table));
    }

    @Override
    public List<DdlStep> render(Dialect dialect, Schema before) {
        return dialect.ddl().createTable(new ColumnTypes(table).typed(), Set.of());
    }

    @Override
    public List<TableName> tables() {
        return List.of(table.name());
    }

    @Override
    public String describe() {
        return "create table \"" + table.name() + "\"";
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.createTable(this);
    }
}
