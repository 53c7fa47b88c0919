// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.run;

import io.aludel.core.dialect.Introspector;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Table;
import io.aludel.engine.EngineConnection;
import io.aludel.migrate.op.DeleteRows;
import io.aludel.migrate.op.ExecuteSql;
import io.aludel.migrate.op.InsertRows;
import io.aludel.migrate.op.Operation;
import io.aludel.migrate.op.OperationException;
import io.aludel.migrate.op.UpdateRows;
import java.util.List;
import java.util.Objects;

/**
 * Whether a statement took place that was begun when a run was cut short. One that changes rows is undone with the ledger's word. One that cannot be done twice
 * tells by whether it still fits. Of all others a fingerprint tells that was taken before.
 */
record Judgement(EngineConnection connection, LiveTables tables) {
    /** Whether what became of the operation's one statement can be told without a fingerprint. */
    static boolean needsNoFingerprint(Operation operation, Schema before) {
        return changesRows(operation) || !fits(operation, operation.applyTo(before));
    }

    static boolean fits(Operation operation, Schema schema) {
        try {
            operation.applyTo(schema);
            return true;
        } catch (OperationException e) {
            return false;
        }
    }

    private static boolean changesRows(Operation operation) {
        Operation bare = operation.bare();
        return bare instanceof InsertRows || bare instanceof UpdateRows || bare instanceof DeleteRows;
    }

    /**
     * Judges.
     *
     * @throws UnclearStatementException if nobody can tell
     */
    boolean isDone(Operation operation, Step step) {
        String before = step.fingerprint();
        if (before != null) {
            boolean isChanged =
                    !Fingerprint.of(connection, operation, tables.schemas()).equals(before);
            if (!isChanged) {
                requireTransactions(operation, step);
            }
            return isChanged;
        }
        if (changesRows(operation)) {
            requireTransactions(operation, step);
            return false;
        }
        return !fits(operation, tables.inTransaction());
    }

    /** Rows of a table without transactions may have been changed, some of them or all. */
    private void requireTransactions(Operation operation, Step step) {
        Introspector introspector = connection.dialect().introspector();
        List<Table> without = tables.inTransaction().tables().stream()
                .filter(table -> !introspector.hasTransactions(table))
                .filter(table -> operation.tables().contains(table.name())
                        || operation.bare() instanceof ExecuteSql
                                && step.sql().contains(table.name().name()))
                .toList();
        if (!without.isEmpty()) {
            throw new UnclearStatementException(connection, operation, step, Objects.requireNonNull(without.get(0)));
        }
    }
}
