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
import org.jspecify.annotations.Nullable;

/**
 * Drops a foreign key.
 *
 * @param former what it was; null where nobody said
 */
public record DropForeignKey(
        TableName table, String name, @Nullable ForeignKey former) implements Operation {
    public DropForeignKey {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(name, "name");
    }

    @Override
    public Schema applyTo(Schema before) {
        Fit fit = new Fit(this, before);
        Table found = fit.table(table);
        fit.named(found, "foreign key", name, found.foreignKeys(), ForeignKey::name);
        return before.with(found.withForeignKeys(Fit.without(name, found.foreignKeys(), ForeignKey::name)));
    }

    @Override
    public Reversal reverse() {
        return former == null ? Reversal.formerUnknown(this) : new Reversal.By(new AddForeignKey(table, former));
    }

    @Override
    public Operation withFormer(Schema before) {
        return new DropForeignKey(
                table,
                name,
                before.table(table)
                        .flatMap(found -> Fit.find(name, found.foreignKeys(), ForeignKey::name))
                        .orElse(former));
    }

    @Override
    public List<DdlStep> render(Dialect dialect, Schema before) {
        Fit fit = new Fit(this, before);
        Table found = fit.table(table);
        return dialect.ddl()
                .dropForeignKey(found, fit.named(found, "foreign key", name, found.foreignKeys(), ForeignKey::name));
    }

    @Override
    public List<TableName> tables() {
        return List.of(table);
    }

    @Override
    public String describe() {
        return "drop foreign key \"" + name + "\" of table \"" + table + "\"";
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.dropForeignKey(this);
    }
}
