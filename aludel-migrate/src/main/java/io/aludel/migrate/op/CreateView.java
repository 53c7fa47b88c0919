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

/** Creates a view, with its indexes if it is a materialized one. */
public record CreateView(View view) implements Operation {
    public CreateView {
        Objects.requireNonNull(view, "view");
    }

    @Override
    public Schema applyTo(Schema before) {
        Fit fit = new Fit(this, before);
        fit.isFree(before.views(), view);
        return fit.building(() -> before.withViews(Fit.with(view, before.views())));
    }

    @Override
    public Reversal reverse() {
        return new Reversal.By(new DropView(view.name(), view));
    }

    @Override
    public List<DdlStep> render(Dialect dialect, Schema before) {
        return dialect.ddl().createView(view);
    }

    @Override
    public ObjectKind kind() {
        return ObjectKind.VIEW;
    }

    @Override
    public List<TableName> tables() {
        return List.of(view.name());
    }

    @Override
    public String describe() {
        return "create " + view.describe();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.createView(this);
    }
}
