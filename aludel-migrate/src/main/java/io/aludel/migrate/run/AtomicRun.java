// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.run;

import io.aludel.core.dialect.DdlStep;
import io.aludel.core.schema.Schema;
import io.aludel.engine.DdlRunner;
import io.aludel.engine.EngineConnection;
import io.aludel.migrate.op.Operation;
import io.aludel.migrate.op.Recorded;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A revision in one transaction. Tables are taken as they are in the database, not as the scripts believe them to be, so that a rebuilt table
 * keeps what no script knows of. First all is planned, so that it is known before the transaction begins whether tables will be rebuilt; then it
 * is executed, looking at the database again after what cannot be foreseen. A revision with a step that refuses transactions is left to {@link
 * StepwiseRun}.
 */
final class AtomicRun {
    private final RevisionRun run;
    private final EngineConnection connection;
    private final List<Recorded> operations;
    private final KnownTables tables;
    private final RowChecks rows;
    private @Nullable Recorded current;

    AtomicRun(RevisionRun run, List<Recorded> operations) {
        this.run = run;
        this.connection = run.connection();
        this.operations = operations;
        this.tables = run.tables();
        this.rows = new RowChecks(connection, operations);
    }

    void execute(Consumer<Ledger> history) {
        DdlRunner runner = new DdlRunner(connection);
        try {
            Schema live = tables.now();
            RevisionPlan plan = RevisionPlan.of(connection.dialect(), operations, live, recorded -> current = recorded);
            current = null;
            if (plan.inside() < operations.size()) {
                new StepwiseRun(run, operations).execute(history);
                return;
            }
            rows.ahead(live, recorded -> current = recorded);
            current = null;
            runner.transaction(plan.rebuilds(), () -> {
                run.ledger().create(runner);
                run.callbacks().beforeRevision(run);
                if (!run.callbacks().isNobody()) {
                    tables.forget(); // what is called may have changed what was read
                }
                operations.forEach(recorded -> step(runner, recorded));
                current = null;
                run.callbacks().afterRevision(run);
                history.accept(run.ledger());
            });
        } catch (RevisionFailedException | UnclearStatementException e) {
            throw e;
        } catch (RuntimeException e) {
            throw RevisionFailedException.undone(run, current, e);
        }
    }

    private void step(DdlRunner runner, Recorded recorded) {
        current = recorded;
        Operation operation = recorded.operation();
        Schema before = tables.inside();
        List<DdlStep> steps = operation.render(connection.dialect(), before);
        operation.applyTo(before); // what does not fit is refused before it is executed
        rows.at(recorded, before);
        runner.apply(steps);
        tables.after(operation, before);
    }
}
