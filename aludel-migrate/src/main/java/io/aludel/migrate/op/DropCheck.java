// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.op;

import io.aludel.core.dialect.DdlStep;
import io.aludel.core.dialect.Dialect;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Check;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Table;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Drops a check.
 *
 * @param former what it was; null where nobody said
 */
public record DropCheck(
        TableName table, String name, @Nullable Check former) implements Operation {
    public DropCheck {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(name, "name");
    }

    @Override
    public Schema applyTo(Schema before) {
        Fit fit = new Fit(this, before);
        Table found = fit.table(table);
        fit.named(found, "check", name, found.checks(), Check::name);
        return before.with(found.withChecks(Fit.without(name, found.checks(), Check::name)));
    }

    @Override
    public Reversal reverse() {
        return former == null ? Reversal.formerUnknown(this) : new Reversal.By(new AddCheck(table, former));
    }

    @Override
    public Operation withFormer(Schema before) {
        return new DropCheck(
                table,
                name,
                before.table(table)
                        .flatMap(found -> Fit.find(name, found.checks(), Check::name))
                        .orElse(former));
    }

    @Override
    public List<DdlStep> render(Dialect dialect, Schema before) {
        Fit fit = new Fit(this, before);
        Table found = fit.table(table);
        return dialect.ddl().dropCheck(found, fit.named(found, "check", name, found.checks(), Check::name));
    }

    @Override
    public List<TableName> tables() {
        return List.of(table);
    }

    @Override
    public String describe() {
        return "drop check \"" + name + "\" of table \"" + table + "\"";
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.dropCheck(this);
    }
}
