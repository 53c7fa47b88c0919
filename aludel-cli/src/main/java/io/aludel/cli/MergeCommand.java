// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli;

import io.aludel.migrate.command.Merge;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code aludel merge}. */
@Command(name = "merge", description = "Write a revision that joins branches, and does nothing else.")
final class MergeCommand extends Verb {
    @Parameters(
            arity = "0..*",
            paramLabel = "HEAD",
            description = "The heads to join: ids, or label@head. All of them where none is given.")
    private List<String> heads = new ArrayList<>();

    @Option(
            names = {"-m", "--message"},
            paramLabel = "TEXT",
            defaultValue = "Join branches",
            description = "What the revision does, in a few words.")
    private String message = "";

    @Mixin
    private PlaceOptions place = new PlaceOptions();

    @Override
    public Integer call() {
        RevisionCommand.requireReadable(message);
        Merge merge = workplace()
                .withMigrations(migrations -> migrations.merge(
                        heads, message, place.options(), workplace().scriptPlace()));
        out().println("Wrote " + merge.file());
        out().println("It joins " + String.join(" and ", merge.parents()) + ".");
        merge.pairs().stream()
                .filter(pair -> !pair.commutes())
                .forEach(pair -> Lines.of(pair)
                        .forEach(line -> err().println(line.startsWith(" ") ? line : "Warning: " + line)));
        out().println("Next: aludel upgrade " + (heads.isEmpty() ? "head" : "heads"));
        return Main.FINE;
    }
}
