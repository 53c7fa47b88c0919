// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.op;

import io.aludel.core.dialect.DdlStep;
import io.aludel.core.dialect.Dialect;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.ObjectKind;
import io.aludel.core.schema.Routine;
import io.aludel.core.schema.Schema;
import java.util.List;
import java.util.Objects;

/** Creates a function, procedure or aggregate. */
public record CreateRoutine(Routine routine) implements Operation {
    public CreateRoutine {
        Objects.requireNonNull(routine, "routine");
    }

    @Override
    public Schema applyTo(Schema before) {
        Fit fit = new Fit(this, before);
        fit.isFree(before.routines(), routine);
        return fit.building(() -> before.withRoutines(Fit.with(routine, before.routines())));
    }

    @Override
    public Reversal reverse() {
        return new Reversal.By(new DropRoutine(routine.type(), routine.name(), routine.signature(), routine));
    }

    @Override
    public List<DdlStep> render(Dialect dialect, Schema before) {
        return dialect.ddl().createRoutine(routine);
    }

    @Override
    public ObjectKind kind() {
        return ObjectKind.ROUTINE;
    }

    @Override
    public List<TableName> tables() {
        return List.of(routine.name());
    }

    @Override
    public String describe() {
        return "create " + routine.describe();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.createRoutine(this);
    }
}
