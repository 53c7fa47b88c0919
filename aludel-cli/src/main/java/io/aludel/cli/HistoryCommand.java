// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli;

import io.aludel.migrate.command.RevisionState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code aludel history}. */
@Command(name = "history", description = "List the revisions, newest first, and which of them are applied.")
final class HistoryCommand extends Verb {
    @Option(
            names = {"-r", "--range"},
            paramLabel = "FROM:TO",
            defaultValue = ":",
            description = "Only those that lead from the one to the other, such as 8f2c: or -3:current.")
    private String range = "";

    @Option(
            names = {"-i", "--indicate-current"},
            description = "Mark the revisions that the database is at.")
    private boolean indicateCurrent;

    @Override
    public Integer call() {
        List<RevisionState> newestFirst =
                new ArrayList<>(workplace().askMigrations(migrations -> migrations.history(range)));
        Collections.reverse(newestFirst);
        if (newestFirst.isEmpty()) {
            out().println(Lines.NO_REVISIONS);
        }
        newestFirst.forEach(state -> out().println(Lines.of(state, indicateCurrent)));
        return Main.FINE;
    }
}
