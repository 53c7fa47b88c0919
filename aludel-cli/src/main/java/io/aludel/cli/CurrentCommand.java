// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli;

import io.aludel.migrate.command.CurrentState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code aludel current}. */
@Command(name = "current", description = "Show the revision that the database is at.")
final class CurrentCommand extends Verb {
    @Option(
            names = "--check-heads",
            description = "Answer with exit code 1 if the database does not have all revisions.")
    private boolean checkHeads;

    @Override
    public Integer call() {
        CurrentState state = workplace().askMigrations(migrations -> migrations.current());
        if (state.current().isEmpty()) {
            out().println("No revision has been applied to " + state.place() + ".");
        }
        state.current().forEach(entry -> out().println(entry.revision() + "  " + entry.message()));
        if (!state.pending().isEmpty()) {
            out().println(state.pending().size() + " to apply: " + String.join(", ", state.pending())
                    + ". Next: aludel upgrade " + (state.heads().size() > 1 ? "heads" : "head"));
        }
        return checkHeads && !state.isAtHeads() ? Main.ERROR : Main.FINE;
    }
}
