// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.op;

import io.aludel.core.dialect.DdlStep;
import io.aludel.core.dialect.Dialect;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Exclusion;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Table;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Drops an exclusion constraint.
 *
 * @param former what it was; null where nobody said
 */
public record DropExclusion(
        TableName table, String name, @Nullable Exclusion former) implements Operation {
    public DropExclusion {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(name, "name");
    }

    @Override
    public Schema applyTo(Schema before) {
        Fit fit = new Fit(this, before);
        Table found = fit.table(table);
        fit.named(found, "exclusion constraint", name, found.exclusions(), Exclusion::name);
        return before.with(found.withExclusions(Fit.without(name, found.exclusions(), Exclusion::name)));
    }

    @Override
    public Reversal reverse() {
        return former == null ? Reversal.formerUnknown(this) : new Reversal.By(new AddExclusion(table, former));
    }

    @Override
    public Operation withFormer(Schema before) {
        return new DropExclusion(
                table,
                name,
                before.table(table)
                        .flatMap(found -> Fit.find(name, found.exclusions(), Exclusion::name))
                        .orElse(former));
    }

    @Override
    public List<DdlStep> render(Dialect dialect, Schema before) {
        Fit fit = new Fit(this, before);
        Table found = fit.table(table);
        return dialect.ddl()
                .dropExclusion(
                        found, fit.named(found, "exclusion constraint", name, found.exclusions(), Exclusion::name));
    }

    @Override
    public List<TableName> tables() {
        return List.of(table);
    }

    @Override
    public String describe() {
        return "drop exclusion constraint \"" + name + "\" of table \"" + table + "\"";
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.dropExclusion(this);
    }
}
