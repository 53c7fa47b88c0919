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
import org.jspecify.annotations.Nullable;

/**
 * Drops a unique constraint.
 *
 * @param former what it was; null where nobody said
 */
public record DropUniqueKey(
        TableName table, String name, @Nullable UniqueKey former) implements Operation {
    public DropUniqueKey {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(name, "name");
    }

    @Override
    public Schema applyTo(Schema before) {
        Fit fit = new Fit(this, before);
        Table found = fit.table(table);
        fit.named(found, "unique constraint", name, found.uniqueKeys(), UniqueKey::name);
        return before.with(found.withUniqueKeys(Fit.without(name, found.uniqueKeys(), UniqueKey::name)));
    }

    @Override
    public Reversal reverse() {
        return former == null ? Reversal.formerUnknown(this) : new Reversal.By(new AddUniqueKey(table, former));
    }

    @Override
    public Operation withFormer(Schema before) {
        return new DropUniqueKey(
                table,
                name,
                before.table(table)
                        .flatMap(found -> Fit.find(name, found.uniqueKeys(), UniqueKey::name))
                        .orElse(former));
    }

    @Override
    public List<DdlStep> render(Dialect dialect, Schema before) {
        Fit fit = new Fit(this, before);
        Table found = fit.table(table);
        return dialect.ddl()
                .dropUniqueKey(found, fit.named(found, "unique constraint", name, found.uniqueKeys(), UniqueKey::name));
    }

    @Override
    public List<TableName> tables() {
        return List.of(table);
    }

    @Override
    public String describe() {
        return "drop unique constraint \"" + name + "\" of table \"" + table + "\"";
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.dropUniqueKey(this);
    }
}
