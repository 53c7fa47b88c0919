// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.op;

import io.aludel.core.dialect.DdlStep;
import io.aludel.core.dialect.Dialect;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.PrimaryKey;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Table;
import java.util.List;
import java.util.Objects;

/** Gives a table its primary key. */
public record AddPrimaryKey(TableName table, PrimaryKey key) implements Operation {
    public AddPrimaryKey {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(key, "key");
    }

    @Override
    public Schema applyTo(Schema before) {
        Fit fit = new Fit(this, before);
        Table found = fit.table(table);
        if (found.primaryKey() != null) {
            throw fit.refuse("the table has primary key \"" + found.primaryKey().name() + "\" already. Drop it first.");
        }
        key.columns().forEach(column -> fit.column(found, column));
        key.include().forEach(column -> fit.column(found, column));
        return before.with(found.withPrimaryKey(key));
    }

    @Override
    public Reversal reverse() {
        return new Reversal.By(new DropPrimaryKey(table, key.name(), key));
    }

    @Override
    public List<DdlStep> render(Dialect dialect, Schema before) {
        return dialect.ddl().addPrimaryKey(new Fit(this, before).table(table), key);
    }

    @Override
    public List<TableName> tables() {
        return List.of(table);
    }

    @Override
    public String describe() {
        return "add primary key \"" + key.name() + "\" to table \"" + table + "\"";
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.addPrimaryKey(this);
    }
}
