// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.op;

import io.aludel.core.dialect.DdlStep;
import io.aludel.core.dialect.Dialect;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Table;
import io.aludel.core.schema.UniqueKey;
import java.util.List;
import java.util.Objects;

/** Adds a unique constraint. */
public record AddUniqueKey(TableName table, UniqueKey key) implements Operation {
    public AddUniqueKey {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(key, "key");
    }

    @Override
    public Schema applyTo(Schema before) {
        Fit fit = new Fit(this, before);
        Table found = fit.table(table);
        fit.isFree(found, "unique constraint", key.name(), found.uniqueKeys(), UniqueKey::name);
        key.columns().forEach(column -> fit.column(found, column));
        key.include().forEach(column -> fit.column(found, column));
        return fit.building(() -> before.with(found.withUniqueKeys(Fit.with(key, found.uniqueKeys()))));
    }

    @Override
    public Reversal reverse() {
        return new Reversal.By(new DropUniqueKey(table, key.name(), key));
    }

    @Override
    public List<DdlStep> render(Dialect dialect, Schema before) {
        return dialect.ddl().addUniqueKey(new Fit(this, before).table(table), key);
    }

    @Override
    public List<TableName> tables() {
        return List.of(table);
    }

    @Override
    public String describe() {
        return "add unique constraint \"" + key.name() + "\" to table \"" + table + "\"";
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.addUniqueKey(this);
    }
}
