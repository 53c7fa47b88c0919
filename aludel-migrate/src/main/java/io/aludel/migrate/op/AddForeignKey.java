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

/** Adds a foreign key; the rows that are there are checked. */
public record AddForeignKey(TableName table, ForeignKey key) implements Operation {
    public AddForeignKey {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(key, "key");
    }

    @Override
    public Schema applyTo(Schema before) {
        Fit fit = new Fit(this, before);
        Table found = fit.table(table);
        fit.isFree(found, "foreign key", key.name(), found.foreignKeys(), ForeignKey::name);
        key.columns().forEach(column -> fit.column(found, column));
        fit.targetOf(key, table, before::table);
        return fit.building(() -> before.with(found.withForeignKeys(Fit.with(key, found.foreignKeys()))));
    }

    @Override
    public Reversal reverse() {
        return new Reversal.By(new DropForeignKey(table, key.name(), key));
    }

    @Override
    public List<DdlStep> render(Dialect dialect, Schema before) {
        return dialect.ddl().addForeignKey(new Fit(this, before).table(table), key);
    }

    @Override
    public List<TableName> tables() {
        return List.of(table);
    }

    @Override
    public String describe() {
        return "add foreign key \"" + key.name() + "\" to table \"" + table + "\"";
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.addForeignKey(this);
    }
}
