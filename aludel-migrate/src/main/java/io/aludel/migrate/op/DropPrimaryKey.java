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
import org.jspecify.annotations.Nullable;

/**
 * Takes a table's primary key away; the columns stay.
 *
 * @param former what it was; null where nobody said
 */
public record DropPrimaryKey(
        TableName table, String name, @Nullable PrimaryKey former) implements Operation {
    public DropPrimaryKey {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(name, "name");
    }

    @Override
    public Schema applyTo(Schema before) {
        Fit fit = new Fit(this, before);
        Table found = fit.table(table);
        present(fit, found);
        return before.with(found.withPrimaryKey(null));
    }

    private PrimaryKey present(Fit fit, Table found) {
        PrimaryKey key = found.primaryKey();
        if (key != null && key.isUnnamed()) {
            return key;
        }
        List<PrimaryKey> keys = key == null ? List.of() : List.of(key);
        return fit.named(found, "primary key", name, keys, PrimaryKey::name);
    }

    @Override
    public Reversal reverse() {
        return former == null ? Reversal.formerUnknown(this) : new Reversal.By(new AddPrimaryKey(table, former));
    }

    @Override
    public Operation withFormer(Schema before) {
        return new DropPrimaryKey(
                table,
                name,
                before.table(table)
                        .map(Table::primaryKey)
                        .map(key -> key.isUnnamed() ? key.withName(name) : key)
                        .filter(key -> key.name().equals(name))
                        .orElse(former));
    }

    @Override
    public List<DdlStep> render(Dialect dialect, Schema before) {
        Fit fit = new Fit(this, before);
        Table found = fit.table(table);
        return dialect.ddl().dropPrimaryKey(found, present(fit, found));
    }

    @Override
    public List<TableName> tables() {
        return List.of(table);
    }

    @Override
    public String describe() {
        return "drop primary key \"" + name + "\" of table \"" + table + "\"";
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.dropPrimaryKey(this);
    }
}
