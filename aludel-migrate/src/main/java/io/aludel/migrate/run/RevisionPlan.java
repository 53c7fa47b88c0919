// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.run;

import io.aludel.core.dialect.Dialect;
import io.aludel.core.schema.Schema;
import io.aludel.engine.DdlRunner;
import io.aludel.migrate.op.Operation;
import io.aludel.migrate.op.OperationException;
import io.aludel.migrate.op.Recorded;
import java.util.List;
import java.util.function.Consumer;

/** What operations will do, as far as it can be known before the first is executed. */
final class RevisionPlan {
    private RevisionPlan() {}

    /**
     * Whether a table will be rebuilt, or may be.
     *
     * @param at told of each operation before it is looked at
     * @throws OperationException if one does not fit, and what comes before it leaves no doubt
     */
    static boolean hasRebuild(Dialect dialect, List<Recorded> operations, Schema live, Consumer<Recorded> at) {
        boolean sure = true;
        Schema schema = live;
        for (Recorded recorded : operations) {
            at.accept(recorded);
            Operation operation = recorded.operation();
            try {
                if (DdlRunner.hasRebuild(operation.render(dialect, schema))) {
                    return true;
                }
                schema = operation.applyTo(schema);
            } catch (OperationException e) {
                if (sure) {
                    throw e;
                }
                return true; // what raw SQL has made is not known yet: be ready for the worst
            }
            sure &= !LiveTables.isUndeclared(operation);
        }
        return false;
    }
}
