// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.run;

import io.aludel.core.dialect.DdlStep;
import io.aludel.core.dialect.Dialect;
import io.aludel.core.schema.Schema;
import io.aludel.engine.DdlRunner;
import io.aludel.migrate.op.Operation;
import io.aludel.migrate.op.OperationException;
import io.aludel.migrate.op.Recorded;
import java.util.List;
import java.util.function.Consumer;

/**
 * What operations will do, as far as it can be known before the first is executed.
 *
 * @param rebuilds whether a table will be rebuilt, or may be
 * @param inside how many operations, from the first on, have only steps that may be part of a transaction
 */
record RevisionPlan(boolean rebuilds, int inside) {
    /**
     * Looks ahead.
     *
     * @param at told of each operation before it is looked at
     * @throws OperationException if one does not fit, and what comes before it leaves no doubt
     */
    static RevisionPlan of(Dialect dialect, List<Recorded> operations, Schema live, Consumer<Recorded> at) {
        boolean sure = true;
        boolean rebuilds = false;
        int inside = operations.size();
        Schema schema = live;
        for (int i = 0; i < operations.size(); i++) {
            at.accept(operations.get(i));
            Operation operation = operations.get(i).operation();
            try {
                List<DdlStep> steps = operation.render(dialect, schema);
                if (steps.stream().anyMatch(DdlStep::isOutsideTransaction)) {
                    inside = Math.min(inside, i);
                }
                rebuilds |= DdlRunner.hasRebuild(steps);
                schema = operation.applyTo(schema);
            } catch (OperationException e) {
                if (sure) {
                    throw e;
                }
                return new RevisionPlan(true, inside); // what raw SQL has made is not known yet: be ready for the worst
            }
            sure &= !LiveTables.isUndeclared(operation);
        }
        return new RevisionPlan(rebuilds, inside);
    }
}
