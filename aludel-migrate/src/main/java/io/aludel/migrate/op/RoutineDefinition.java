// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.op;

import io.aludel.core.schema.Routine;

/** A function, procedure or aggregate as a script describes it. */
public final class RoutineDefinition {
    private Routine routine;

    RoutineDefinition(Routine routine) {
        this.routine = routine;
    }

    public RoutineDefinition comment(String comment) {
        routine = routine.withComment(comment);
        return this;
    }

    Routine routine() {
        return routine;
    }
}
