// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli;

import io.aludel.engine.Engine;
import io.aludel.migrate.command.BranchPair;
import io.aludel.migrate.command.Merge;
import io.aludel.migrate.command.Migrations;
import io.aludel.migrate.command.RevisionOptions;
import io.aludel.migrate.diff.AcceptedSpellings;
import io.aludel.migrate.diff.SchemaDifference;
import io.aludel.migrate.diff.Spelling;
import io.aludel.migrate.setting.Setting;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code aludel check}. */
@Command(
        name = "check",
        description = "Say what differs between the model and the live database.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:nothing differs",
            "1:an error, or more than one head",
            "2:something differs, or cannot be told"
        })
final class CheckCommand extends Verb {
    private static final String MESSAGE = "Join branches";

    @Option(
            names = "--write-merge",
            description = "Where there are several heads whose branches commute, write the revision that joins them.")
    private boolean writeMerge;

    @Option(
            names = "--accept",
            paramLabel = "TABLE.NAME",
            description =
                    "Say that both spellings of this check, index or column mean the same; it is written beside the scripts. May be given more than once.")
    private List<String> accept = List.of();

    @Mixin
    private OfflineOptions offline = new OfflineOptions();

    @Override
    public Integer call() {
        if (offline.isOffline() && !accept.isEmpty()) {
            throw new CommandException(
                    "CLI-040", "--accept asks the database what it makes of both spellings. Leave --offline out.");
        }
        return workplace().askEngine(offline, engine -> {
            Migrations migrations = workplace().migrations(engine, offline);
            List<BranchPair> unmerged = migrations.unmerged();
            return unmerged.isEmpty() ? compare(engine, migrations) : refuse(migrations, unmerged);
        });
    }

    /** What several heads do to each other; what differs cannot be said before they are one. */
    private int refuse(Migrations migrations, List<BranchPair> unmerged) {
        Set<String> heads = new TreeSet<>();
        unmerged.forEach(pair -> heads.addAll(List.of(pair.left(), pair.right())));
        out().println("There are " + heads.size() + " heads: " + String.join(", ", heads) + ".");
        unmerged.forEach(pair -> Lines.of(pair).forEach(out()::println));
        boolean commute = unmerged.stream().allMatch(pair -> pair.commutes());
        if (!writeMerge) {
            out().println(
                            commute
                                    ? "Join them: aludel check --write-merge"
                                    : "Look at both, then join them: aludel merge -m \"join branches\"");
        } else if (commute) {
            Merge merge = migrations.merge(
                    List.copyOf(heads),
                    MESSAGE,
                    RevisionOptions.ON_HEAD,
                    workplace().scriptPlace());
            out().println("Wrote " + merge.file());
        } else {
            out().println("No merge was written. Look at both, then join them: aludel merge -m \"join branches\"");
        }
        return Main.ERROR;
    }

    private int compare(Engine engine, Migrations migrations) {
        if (!accept.isEmpty()) {
            accept(migrations.spellings());
            return said(engine, workplace().migrations(engine)); // anew, as it knows what is accepted since it was made
        }
        return said(engine, migrations);
    }

    private int said(Engine engine, Migrations migrations) {
        SchemaDifference difference = migrations.check();
        if (difference.isEmpty()) {
            out().println("The model and " + other() + " do not differ.");
            return Main.FINE;
        }
        if (!difference.operations().isEmpty()) {
            out().println("To bring " + other() + " to the model:");
        }
        Lines.of(difference, engine.dialect()).forEach(out()::println);
        hint(migrations.spellings());
        return Main.DIFFERENT;
    }

    private String other() {
        return offline.isOffline() ? "what the scripts make" : "the database";
    }

    private void accept(List<Spelling> apart) {
        List<Spelling> chosen = AcceptedSpellings.named(accept, apart);
        Path folder = workplace().settings().path(Setting.SCRIPTS);
        AcceptedSpellings.in(folder).plus(chosen).writeTo(folder);
        chosen.forEach(spelling ->
                out().println("Accepted " + spelling.name() + ": " + spelling.stored() + " is " + spelling.model()));
    }

    private void hint(List<Spelling> apart) {
        if (!apart.isEmpty()) {
            out().println("Should both spellings mean the same: aludel check --accept TABLE.NAME, where it may be "
                    + names(apart));
        }
    }

    private static String names(List<Spelling> spellings) {
        return spellings.stream().map(Spelling::name).distinct().collect(Collectors.joining(", "));
    }
}
