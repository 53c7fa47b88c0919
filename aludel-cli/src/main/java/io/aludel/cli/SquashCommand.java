// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli;

import io.aludel.migrate.command.ScriptedRevision;
import io.aludel.migrate.command.Squash;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code aludel squash}. */
@Command(name = "squash", description = "Write one revision in place of several.")
final class SquashCommand extends Verb {
    @Parameters(
            paramLabel = "FROM:TO",
            description = "The first and the last of them. TO alone takes all up to that revision.")
    private String range = "";

    @Option(
            names = {"-m", "--message"},
            paramLabel = "TEXT",
            defaultValue = "Squashed",
            description = "What the revision does, in a few words.")
    private String message = "";

    @Option(
            names = "--delete",
            description =
                    "Delete the scripts of what is replaced. Every database must have all of them by then, or none.")
    private boolean delete;

    @Override
    public Integer call() {
        RevisionCommand.requireReadable(message);
        Squash squash = workplace()
                .requireScripts()
                .withMigrations(migrations ->
                        migrations.squash(range, message, workplace().scriptPlace(), delete));
        out().println("Wrote " + squash.file());
        out().println("It does the work of " + squash.replaced().size() + " revisions:");
        squash.replaced().forEach(one -> out().println("  " + Lines.of(one)));
        if (!squash.nested().isEmpty()) {
            err().println(
                            "Warning: " + String.join(" and ", squash.nested())
                                    + " replaced others before. A database that has only those must be upgraded before these scripts go.");
        }
        if (!squash.deleted()) {
            out().println("Delete these scripts when every database has all of them, or none: "
                    + squash.replaced().stream().map(ScriptedRevision::fileName).collect(Collectors.joining(", ")));
        }
        out().println("Next: read it, then aludel verify");
        return Main.FINE;
    }
}
