// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.run;

import io.aludel.migrate.MigrationException;
import io.aludel.migrate.op.Recorded;
import io.aludel.migrate.script.Checksum;
import io.aludel.migrate.script.Script;
import java.util.List;

/** What an earlier run has begun of a revision, beside what its script says now. */
record BegunSteps(Script script, List<Recorded> operations, List<Step> steps) {
    boolean isEmpty() {
        return steps.isEmpty();
    }

    /** The statements of one operation; empty where it was not begun. */
    List<Step> of(int operation) {
        return steps.stream().filter(step -> step.operation() == operation).toList();
    }

    int done() {
        return (int)
                steps.stream().filter(step -> step.state() == Step.State.DONE).count();
    }

    /**
     * What took place must still be what the script says, and what may have; the rest may be another by now.
     *
     * @throws MigrationException if it is not
     */
    void requireUnedited() {
        for (Step step : steps) {
            if (of(step.operation()).stream().allMatch(one -> one.state() == Step.State.PLANNED)) {
                continue;
            }
            boolean known = step.operation() < operations.size();
            Recorded now = known ? operations.get(step.operation()) : null;
            if (now == null || !Checksum.of(List.of(now.operation())).equals(step.checksum())) {
                throw new MigrationException(
                        "MIG-022",
                        "Revision " + script.title() + " is half-way, and operation " + (step.operation() + 1)
                                + " of it, which was begun by \"" + step.sql() + "\", is "
                                + (now == null
                                        ? "not in the script any more."
                                        : "now another one: \""
                                                + now.operation().describe() + "\".")
                                + " Give the script back what was begun; what comes after may be changed. Or undo by hand what"
                                + " was done, then `aludel repair --forget`.");
            }
        }
    }
}
