// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli;

import io.aludel.migrate.run.Stamping;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code aludel stamp}. */
@Command(
        name = "stamp",
        description = "Say that the database is at a revision, without running a script: only its history changes.")
final class StampCommand extends Verb {
    @Parameters(
            arity = "1..*",
            paramLabel = "TARGET",
            description = "Revisions, head, heads, label@head; base for none, label@base for none of a branch.")
    private List<String> targets = new ArrayList<>();

    @Option(names = "--purge", description = "Empty the history first, of revisions too that no script knows.")
    private boolean purge;

    @Override
    public Integer call() {
        Stamping.Stamped stamped =
                workplace().requireScripts().withMigrations(migrations -> migrations.stamp(targets, purge));
        stamped.removed().forEach(id -> out().println("- " + id));
        stamped.added().forEach(id -> out().println("+ " + id));
        out().println(
                        stamped.removed().isEmpty() && stamped.added().isEmpty()
                                ? "Nothing to change: the history says so already."
                                : "The history was changed; no script was run.");
        return Main.FINE;
    }
}
