// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.run;

import io.aludel.core.dialect.DdlStep;
import io.aludel.core.dialect.Feature;
import io.aludel.core.schema.Schema;
import io.aludel.engine.DdlRunner;
import io.aludel.engine.EngineConnection;
import io.aludel.migrate.op.Operation;
import io.aludel.migrate.op.OperationException;
import io.aludel.migrate.op.Recorded;
import io.aludel.migrate.script.Script;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One revision on its way up or down. Steps are rendered against the tables as the database has them, not as scripts believe them to be,
 * so that a rebuilt table keeps what no script knows of. First all is planned, so that it is known before the transaction begins whether
 * tables will be rebuilt; then it is executed, looking at the database again after what cannot be foreseen.
 */
final class RevisionRun {
    private final EngineConnection connection;
    private final Script script;
    private final String way;
    private final List<Recorded> operations;
    private final LiveTables tables;
    private @Nullable Recorded current;
    private boolean begun;

    RevisionRun(EngineConnection connection, Script script, String way, List<Recorded> operations) {
        this.connection = connection;
        this.script = script;
        this.way = way;
        this.operations = operations.stream()
                .filter(recorded -> recorded.operation().isFor(connection.dialect()))
                .toList();
        this.tables = new LiveTables(connection, this.operations);
    }

    /** Executes it in a transaction of its own, with this work before and after its operations. */
    void execute(DdlRunner runner, Runnable before, Runnable after) {
        try {
            Schema live = tables.inTransaction();
            boolean rebuilds = planHasRebuild(live);
            current = null;
            runner.transaction(rebuilds, () -> {
                begun = true;
                before.run();
                steps(runner, live);
                current = null;
                after.run();
            });
        } catch (RuntimeException e) {
            throw new RevisionFailedException(script, way, current, begun ? lasting() : null, e);
        }
    }

    /** The database's name if it keeps what a revision has done before it fails. */
    private @Nullable String lasting() {
        return connection.dialect().capabilities().has(Feature.TRANSACTIONAL_DDL)
                ? null
                : connection.dialect().name();
    }

    private boolean planHasRebuild(Schema live) {
        boolean sure = true;
        Schema schema = live;
        for (Recorded recorded : operations) {
            current = recorded;
            Operation operation = recorded.operation();
            try {
                if (DdlRunner.hasRebuild(operation.render(connection.dialect(), schema))) {
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

    private void steps(DdlRunner runner, Schema live) {
        Schema schema = live;
        for (Recorded recorded : operations) {
            current = recorded;
            Operation operation = recorded.operation();
            List<DdlStep> steps = operation.render(connection.dialect(), schema);
            Schema next = operation.applyTo(schema);
            runner.apply(steps);
            schema = LiveTables.rewritesExpressions(operation) ? tables.read() : next;
        }
    }
}
