// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.run;

import io.aludel.core.schema.Schema;
import io.aludel.engine.EngineConnection;
import io.aludel.migrate.MigrationException;
import io.aludel.migrate.op.Operation;
import io.aludel.migrate.op.OperationException;

/** A statement was begun, what it changes has changed since, but not as the statement would have it: somebody else was there. */
public class UnclearStatementException extends MigrationException {
    private final String sql;

    private UnclearStatementException(EngineConnection connection, Operation operation, Step step) {
        super(
                "MIG-023",
                "Whether \"" + operation.describe() + "\" of revision " + step.revision() + " took place in "
                        + connection.engine().description() + " cannot be told: it was begun at " + step.startedAt()
                        + ", and somebody else has changed the same since. The statement is: " + step.sql()
                        + ". Look, then say `aludel repair --done` or `aludel repair --not-done`.");
        this.sql = step.sql();
    }

    /**
     * Of what changed since the statement was begun: it must be there. An operation that fits what is there, but would not fit twice, has not
     * taken place.
     */
    static void requireDone(EngineConnection connection, Operation operation, Step step, Schema live) {
        Schema once;
        try {
            once = operation.applyTo(live);
        } catch (OperationException e) {
            return;
        }
        try {
            operation.applyTo(once);
        } catch (OperationException e) {
            throw new UnclearStatementException(connection, operation, step);
        }
    }

    /** The statement in question. */
    public String sql() {
        return sql;
    }
}
