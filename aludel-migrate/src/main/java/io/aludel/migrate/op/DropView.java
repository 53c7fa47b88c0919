// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.op;

import io.aludel.core.dialect.DdlStep;
import io.aludel.core.dialect.Dialect;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.ObjectKind;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.View;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Drops a view.
 *
 * @param former what it was; null where nobody said
 */
public record DropView(TableName name, @Nullable View former) implements Operation {
    public DropView {
        Objects.requireNonNull(name, "name");
    }

    @Override
    public Schema applyTo(Schema before) {
        new Fit(this, before).object(before.views(), name);
        return before.withViews(Fit.without(name, before.views()));
    }

    @Override
    public Reversal reverse() {
        return former == null ? Reversal.formerUnknown(this) : new Reversal.By(new CreateView(former));
    }

    @Override
    public Operation withFormer(Schema before) {
        return new DropView(name, Fit.find(name, before.views()).orElse(former));
    }

    @Override
    public List<DdlStep> render(Dialect dialect, Schema before) {
        return dialect.ddl().dropView(new Fit(this, before).object(before.views(), name));
    }

    @Override
    public ObjectKind kind() {
        return ObjectKind.VIEW;
    }

    @Override
    public List<TableName> tables() {
        return List.of(name);
    }

    @Override
    public String describe() {
        return "drop view \"" + name + "\"";
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.dropView(this);
    }
}
