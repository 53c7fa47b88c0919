// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli;

import io.aludel.migrate.command.RevisionState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code aludel history}. */
@Command(name = "history", description = "List the revisions, newest first, and which of them are applied.")
final class HistoryCommand extends Verb {
    @Override
    public Integer call() {
        List<RevisionState> newestFirst =
                new ArrayList<>(workplace().askMigrations(migrations -> migrations.history()));
        Collections.reverse(newestFirst);
        if (newestFirst.isEmpty()) {
            out().println(Lines.NO_REVISIONS);
        }
        newestFirst.forEach(state -> out().println(Lines.of(state)));
        return Main.FINE;
    }
}
