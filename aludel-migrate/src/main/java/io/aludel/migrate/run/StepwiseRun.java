// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.run;

import io.aludel.core.dialect.DdlStep;
import io.aludel.core.dialect.Feature;
import io.aludel.core.schema.Schema;
import io.aludel.engine.DdlRunner;
import io.aludel.engine.EngineConnection;
import io.aludel.engine.EngineException;
import io.aludel.migrate.op.Operation;
import io.aludel.migrate.op.Recorded;
import io.aludel.migrate.script.Checksum;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A revision statement by statement, so that a run which is cut short anywhere is gone on by the next one. The ledger has each statement before it
 * is begun, with the fingerprint of what it changes; afterwards, that it is done. What may be part of a transaction on this database is
 * executed in one together with its neighbours, and with what the ledger says of it.
 */
final class StepwiseRun {
    private final RevisionRun run;
    private final EngineConnection connection;
    private final Ledger ledger;
    private final List<Recorded> operations;
    private final KnownTables tables;
    private final RowChecks rows;
    private final DdlRunner runner;
    private final BegunSteps begun;
    private @Nullable Recorded current;
    private int done;

    StepwiseRun(RevisionRun run, List<Recorded> operations) {
        this.run = run;
        this.connection = run.connection();
        this.ledger = run.ledger();
        this.operations = operations;
        this.tables = run.tables();
        this.rows = new RowChecks(connection, operations);
        this.runner = new DdlRunner(connection);
        this.begun = new BegunSteps(run.script(), operations, run.begun());
        this.done = begun.done();
    }

    void execute(Consumer<Ledger> history) {
        begun.requireUnedited();
        try {
            if (begun.isEmpty()) {
                RevisionPlan.of(connection.dialect(), operations, tables.now(), recorded -> current = recorded);
                rows.ahead(tables.now(), recorded -> current = recorded);
            }
            current = null;
            runner.transaction(false, () -> ledger.create(runner));
            if (!run.callbacks().isNobody()) {
                run.callbacks().beforeRevision(run);
                tables.forget(); // what is called may have changed what was read
            }
            int next = 0;
            while (next < operations.size()) {
                int end = isTransactional() ? transactionUntil(next) : next;
                next = end > next ? together(next, end) : alone(next);
            }
            current = null;
            writing(() -> {
                run.callbacks().afterRevision(run);
                history.accept(ledger);
                ledger.removeSteps(run.script().id());
            });
        } catch (RuntimeException e) {
            throw failed(e);
        }
    }

    private RuntimeException failed(RuntimeException failure) {
        if (failure instanceof UnclearStatementException) {
            return failure;
        }
        if (done > 0) {
            return RevisionFailedException.halfWay(run, current, done, failure);
        }
        try {
            List<Step> known = ledger.steps();
            // Nothing of it took place, so it counts as never begun.
            if (known.stream().allMatch(step -> step.state() == Step.State.PLANNED)) {
                if (!known.isEmpty()) {
                    writing(() -> ledger.removeSteps(run.script().id()));
                }
                return RevisionFailedException.undone(run, current, failure);
            }
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
        return RevisionFailedException.halfWay(run, current, done, failure);
    }

    private boolean isTransactional() {
        return connection.dialect().capabilities().has(Feature.TRANSACTIONAL_DDL);
    }

    /** The first operation from there on that cannot be part of the same transaction. */
    private int transactionUntil(int first) {
        int end = first;
        while (end < operations.size() && begun.of(end).isEmpty()) {
            end++;
        }
        return end == first
                ? first
                : first
                        + RevisionPlan.of(
                                        connection.dialect(),
                                        operations.subList(first, end),
                                        tables.now(),
                                        recorded -> current = recorded)
                                .inside();
    }

    /** One operation, each statement on its own; the number of the next operation. */
    private int alone(int index) {
        Recorded recorded = operations.get(index);
        current = recorded;
        Operation operation = recorded.operation();
        List<Step> steps = begun.of(index);
        if (!steps.isEmpty() && steps.stream().allMatch(step -> step.state() == Step.State.PLANNED)) {
            writing(() -> ledger.removeSteps(run.script().id(), index));
            steps = List.of(); // nothing of it took place: the script may have been mended
        }
        Schema before = null;
        if (steps.isEmpty()) {
            before = tables.now();
            rows.at(recorded, before);
            steps = begin(operation, before, planned(index, operation, operation.render(connection.dialect(), before)));
        } else {
            steps = steps.stream().map(step -> looked(operation, step)).toList();
        }
        for (Step step : steps) {
            if (step.state() != Step.State.DONE) {
                statement(operation, step);
                done++;
            }
        }
        if (before == null) {
            tables.forget();
        } else {
            tables.after(operation, before);
        }
        return index + 1;
    }

    private List<Step> planned(int index, Operation operation, List<DdlStep> rendered) {
        String checksum = Checksum.of(List.of(operation));
        List<Step> steps = new ArrayList<>();
        for (DdlStep step : rendered) {
            for (String sql : runner.statements(step)) {
                steps.add(new Step(
                        run.script().id(),
                        run.way(),
                        index,
                        steps.size(),
                        checksum,
                        sql,
                        Step.State.PLANNED,
                        null,
                        null));
            }
        }
        return steps;
    }

    /** Writes down what will be done; the first statement as begun already, where nothing has to be looked at before. */
    private List<Step> begin(Operation operation, Schema before, List<Step> planned) {
        List<Step> steps = planned.size() == 1 && Judgement.needsNoFingerprint(operation, before)
                ? List.of(planned.get(0).started(null, now()))
                : planned;
        writing(() -> ledger.add(steps));
        return steps;
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    /** Finds out what became of a statement that an earlier run has begun. */
    private Step looked(Operation operation, Step step) {
        if (step.state() != Step.State.STARTED) {
            return step;
        }
        boolean isDone = clear(operation)
                ? !Judgement.fits(operation.bare(), tables.live().inTransaction())
                : new Judgement(connection, tables.live()).isDone(operation, step);
        Step known = step.withState(isDone ? Step.State.DONE : Step.State.PLANNED);
        writing(() -> ledger.set(known));
        return known;
    }

    private void statement(Operation operation, Step step) {
        Step started = step;
        if (step.state() == Step.State.PLANNED) {
            started = step.started(
                    Fingerprint.of(connection, operation, tables.live().schemas()), now());
            Step begun = started;
            writing(() -> ledger.set(begun));
        }
        execute(operation, started);
    }

    private void execute(Operation operation, Step started) {
        try {
            if (isTransactional()) {
                // It stands in nobody's way while it waits for transactions that began before it.
                try (Patience all = Patience.of(connection, Patience.LONG)) {
                    all.connection().execute(started.sql());
                }
                writing(() -> ledger.set(started.withState(Step.State.DONE)));
            } else {
                // Changes of rows are committed together with the ledger's word; changes of the schema commit by
                // themselves.
                writing(() -> {
                    connection.execute(started.sql());
                    ledger.set(started.withState(Step.State.DONE));
                });
            }
        } catch (EngineException e) {
            refused(operation, started, e);
            throw e;
        }
    }

    /** Takes away what the operation may have left unfinished; false if it leaves nothing so. */
    private boolean clear(Operation operation) {
        Optional<List<DdlStep>> clearance =
                operation.clearance(connection.dialect(), tables.live().inTransaction());
        clearance.ifPresent(
                steps -> steps.forEach(step -> runner.statements(step).forEach(connection::execute)));
        return clearance.isPresent();
    }

    /** What the database has refused did not take place; where nobody knows, the ledger goes on saying that it was begun. */
    private void refused(Operation operation, Step step, EngineException failure) {
        if (failure.outcome() == EngineException.Outcome.UNKNOWN) {
            return;
        }
        try {
            clear(operation);
            writing(() -> ledger.set(step.withState(Step.State.PLANNED)));
        } catch (EngineException e) {
            failure.addSuppressed(e);
        }
    }

    /** The operations up to the end in one transaction; the number of the next operation. */
    private int together(int first, int end) {
        List<Recorded> segment = operations.subList(first, end);
        boolean rebuilds = RevisionPlan.of(connection.dialect(), segment, tables.now(), recorded -> current = recorded)
                .rebuilds();
        runner.transaction(rebuilds, () -> {
            for (int index = first; index < end; index++) {
                inside(index);
            }
        });
        done += segment.size();
        return end;
    }

    private void inside(int index) {
        Recorded recorded = operations.get(index);
        current = recorded;
        Operation operation = recorded.operation();
        Schema before = tables.inside();
        rows.at(recorded, before);
        List<String> statements = operation.render(connection.dialect(), before).stream()
                .flatMap(step -> runner.statements(step).stream())
                .toList();
        statements.forEach(connection::execute);
        ledger.add(List.of(new Step(
                run.script().id(),
                run.way(),
                index,
                0,
                Checksum.of(List.of(operation)),
                statements.stream().collect(Collectors.joining(";\n")),
                Step.State.DONE,
                null,
                null)));
        tables.after(operation, before);
    }

    private void writing(Runnable work) {
        connection.begin();
        try {
            work.run();
        } catch (RuntimeException | Error e) {
            try {
                connection.rollback();
            } catch (EngineException rollback) {
                e.addSuppressed(rollback);
            }
            throw e;
        }
        connection.commit();
    }
}
