// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli;

import io.aludel.migrate.command.Migrations;
import io.aludel.migrate.run.Repair;
import io.aludel.migrate.run.Step;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code aludel repair}. */
@Command(
        name = "repair",
        description = {
            "Say what of a revision that is half-way took place, or take edited scripts as they are.",
            "Without an option: show how far it has come."
        })
final class RepairCommand extends Verb {
    @ArgGroup
    private @Nullable Choice choice;

    /** One of them. */
    static final class Choice {
        @Option(names = "--done", required = true, description = "The statement that was begun took place.")
        private boolean done;

        @Option(
                names = "--not-done",
                required = true,
                description = "The statement that was begun did not take place; it will be executed again.")
        private boolean notDone;

        @Option(
                names = "--forget",
                required = true,
                description = "All that was done of the revision has been undone by hand; it counts as never begun.")
        private boolean forget;

        @Option(
                names = "--edited",
                required = true,
                description = "Scripts that were edited after they were applied are right as they are now.")
        private boolean edited;

        private Repair.Verdict verdict() {
            return done ? Repair.Verdict.DONE : notDone ? Repair.Verdict.NOT_DONE : Repair.Verdict.FORGET;
        }
    }

    @Override
    public Integer call() {
        workplace().askMigrations(migrations -> {
            Choice chosen = choice;
            if (chosen == null) {
                show(migrations.unfinished());
            } else if (chosen.edited) {
                edited(migrations);
            } else {
                List<Step> steps = migrations.repair(chosen.verdict());
                if (steps.isEmpty()) {
                    out().println("Forgotten: no revision is half-way any more.");
                } else {
                    show(steps);
                }
            }
            return migrations;
        });
        return Main.FINE;
    }

    private void edited(Migrations migrations) {
        List<String> accepted = migrations.acceptEdited();
        accepted.forEach(id -> out().println("Taken as it is now: " + id));
        if (accepted.isEmpty()) {
            out().println("No applied script was edited.");
        }
    }

    private void show(List<Step> steps) {
        if (steps.isEmpty()) {
            out().println("No revision is half-way.");
            return;
        }
        Step first = steps.get(0);
        out().println("Revision " + first.revision() + " is half-way "
                + first.way().text() + ":");
        for (Step step : steps) {
            out().println("  " + mark(step.state()) + " " + step.sql().strip().replaceAll("\\s+", " "));
        }
        boolean unclear = steps.stream().anyMatch(step -> step.state() == Step.State.STARTED);
        out().println(
                        unclear
                                ? "Of what is marked with ? it is not known whether it took place; the next run finds out, or says that it cannot."
                                : "Next: aludel " + first.way().command());
    }

    private static String mark(Step.State state) {
        return switch (state) {
            case DONE -> "done   ";
            case STARTED -> "?      ";
            case PLANNED -> "not yet";
        };
    }
}
