// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.run;

import io.aludel.core.schema.Table;
import io.aludel.engine.EngineConnection;
import io.aludel.migrate.MigrationException;
import io.aludel.migrate.op.Operation;

/** A statement was begun that changes rows of a table without transactions, and nobody has written down whether it took place. */
public class UnclearStatementException extends MigrationException {
    private final String sql;

    UnclearStatementException(EngineConnection connection, Operation operation, Step step, Table table) {
        super(
                "MIG-023",
                "Whether \"" + operation.describe() + "\" of revision " + step.revision() + " took place in "
                        + connection.engine().description() + " cannot be told: it was begun at " + step.startedAt()
                        + ", then the run was cut short, and table \"" + table.name()
                        + "\" has no transactions, so some of its rows may have been changed, or all. The statement is: "
                        + step.sql() + ". Look, then say `aludel repair --done` or `aludel repair --not-done`.");
        this.sql = step.sql();
    }

    /** The statement in question. */
    public String sql() {
        return sql;
    }
}
