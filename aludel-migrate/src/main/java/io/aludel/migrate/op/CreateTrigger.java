// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.op;

import io.aludel.core.dialect.DdlStep;
import io.aludel.core.dialect.Dialect;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.ObjectKind;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Trigger;
import java.util.List;
import java.util.Objects;

/** Creates a trigger. */
public record CreateTrigger(Trigger trigger) implements Operation {
    public CreateTrigger {
        Objects.requireNonNull(trigger, "trigger");
    }

    @Override
    public Schema applyTo(Schema before) {
        Fit fit = new Fit(this, before);
        fit.isFree(before.triggers(), trigger);
        return fit.building(() -> before.withTriggers(Fit.with(trigger, before.triggers())));
    }

    @Override
    public Reversal reverse() {
        return new Reversal.By(new DropTrigger(trigger.name(), trigger.table(), trigger));
    }

    @Override
    public List<DdlStep> render(Dialect dialect, Schema before) {
        return dialect.ddl().createTrigger(trigger);
    }

    @Override
    public ObjectKind kind() {
        return ObjectKind.TRIGGER;
    }

    @Override
    public List<TableName> tables() {
        return List.of(trigger.table());
    }

    @Override
    public String describe() {
        return "create " + trigger.describe();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.createTrigger(this);
    }
}
