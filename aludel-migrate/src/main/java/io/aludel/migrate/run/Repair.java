// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.run;

import io.aludel.engine.Engine;
import io.aludel.engine.EngineConnection;
import io.aludel.migrate.MigrationException;
import io.aludel.migrate.script.Script;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Writes into the ledger what a person has found out, under the lock. The schema itself is not touched. */
public record Repair(Engine engine, LedgerTables tables, Duration lockTimeout) {
    /** What a person says of a revision that is half-way. */
    public enum Verdict {
        /** The statement that was begun took place. */
        DONE,
        /** The statement that was begun did not take place; it is executed by the next run. */
        NOT_DONE,
        /** All that was done of the revision has been undone by hand; it counts as never begun. */
        FORGET
    }

    /**
     * Says what became of the statement that was begun, or of the whole revision.
     *
     * @return the revision's statements as the ledger has them now; none when they are forgotten
     * @throws MigrationException if no revision is half-way, or no statement of it is in question
     */
    public List<Step> repair(Verdict verdict) {
        List<Step> result = new ArrayList<>();
        locked(ledger -> {
            List<Step> steps = ledger.steps();
            if (steps.isEmpty()) {
                throw new MigrationException(
                        "MIG-024",
                        "No revision is half-way in " + engine.description() + ": there is nothing to repair.");
            }
            if (verdict == Verdict.FORGET) {
                ledger.removeSteps(steps.get(0).revision());
            } else {
                ledger.set(inQuestion(steps).withState(verdict == Verdict.DONE ? Step.State.DONE : Step.State.PLANNED));
            }
            result.addAll(ledger.steps());
        });
        return List.copyOf(result);
    }

    private Step inQuestion(List<Step> steps) {
        return steps.stream()
                .filter(step -> step.state() == Step.State.STARTED)
                .findFirst()
                .orElseThrow(() -> new MigrationException(
                        "MIG-024",
                        "Of revision " + steps.get(0).revision() + ", which is half-way in " + engine.description()
                                + ", no statement is in question: of each it is known whether it took place. Go on by `aludel "
                                + steps.get(0).way().command() + "`, or undo it by hand and say --forget."));
    }

    /**
     * Takes scripts that were edited after they were applied as they are now: their checksums are written into the history.
     *
     * @return the ids of those whose checksum was another
     */
    public List<String> acceptEdited(Revisions revisions) {
        List<String> accepted = new ArrayList<>();
        locked(ledger -> {
            Standing standing = revisions.at(engine.description(), ledger.entries(), ledger.steps());
            // what was replaced is rewritten by the next upgrade; only what the history has itself can be edited
            for (HistoryEntry entry : standing.applied().stream()
                    .filter(standing.stored()::contains)
                    .toList()) {
                Script script = standing.revisions().script(entry.revision());
                if (!script.checksum().equals(entry.checksum())) {
                    ledger.remove(entry.revision());
                    ledger.add(new HistoryEntry(
                            entry.revision(),
                            entry.ordinal(),
                            script.message(),
                            script.checksum(),
                            entry.appliedAt(),
                            entry.duration(),
                            entry.appliedBy()));
                    accepted.add(entry.revision());
                }
            }
        });
        return List.copyOf(accepted);
    }

    private void locked(Consumer<Ledger> work) {
        try (HeldLock lock = HeldLock.of(engine, lockTimeout)) {
            EngineConnection connection = lock.connection();
            connection.begin(); // rolled back when the lock is given back, unless all went well
            work.accept(new Ledger(connection, tables));
            connection.commit();
        }
    }
}
