// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli;

import io.aludel.migrate.command.HistoryStatus;
import io.aludel.migrate.run.HistoryEntry;
import io.aludel.migrate.run.Repeated;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code aludel status}. */
@Command(
        name = "status",
        description =
                "Say how the database's history and the scripts stand to each other, even where they do not agree.")
final class StatusCommand extends Verb {
    @Override
    public Integer call() {
        return workplace().askMigrations(migrations -> {
            migrations.unfinished().stream()
                    .findFirst()
                    .ifPresent(step -> out().println("Revision " + step.revision() + " is half-way "
                            + step.way().text() + "; aludel repair shows how far. Next: aludel "
                            + step.way().command()));
            return show(migrations.status(), migrations.repeatables());
        });
    }

    private int show(HistoryStatus status, Repeated repeatables) {
        out().println(status.place() + ": " + status.applied().size() + " applied, "
                + status.pending().size() + " pending, " + status.unknown().size() + " unknown, "
                + status.edited().size() + " edited");
        for (HistoryEntry entry : status.applied()) {
            out().println(mark(status, entry) + Lines.of(entry));
        }
        status.pending().forEach(script -> out().println("+ " + script.id() + "  " + script.message() + "  pending"));
        repeatables.pending().forEach(script -> out().println("+ " + script.name() + "  repeatable  pending"));
        repeatables
                .orphaned()
                .forEach(name -> out().println("- " + name
                        + "  repeatable  its script is gone: what it made stays; drop that in a revision"));
        advise(
                status.unknown(),
                "? no script knows it: bring the script here, or take it out of the history: aludel stamp --purge current");
        advise(
                status.edited(),
                "! its script was edited after it was applied: undo the edit, and write a new revision");
        if (!status.pending().isEmpty() || !repeatables.pending().isEmpty()) {
            out().println("+ to be applied: aludel upgrade " + (status.heads().size() > 1 ? "heads" : "head"));
        }
        return Main.FINE;
    }

    private static String mark(HistoryStatus status, HistoryEntry entry) {
        if (status.unknown().contains(entry)) {
            return "? ";
        }
        return status.edited().contains(entry) ? "! " : "  ";
    }

    private void advise(List<HistoryEntry> entries, String advice) {
        if (!entries.isEmpty()) {
            out().println(advice);
        }
    }
}
