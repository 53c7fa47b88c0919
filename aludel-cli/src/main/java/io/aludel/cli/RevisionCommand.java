// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli;

import io.aludel.migrate.command.AutogenerateOptions;
import io.aludel.migrate.command.Migrations;
import io.aludel.migrate.command.NewRevision;
import io.aludel.migrate.command.RevisionOptions;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code aludel revision}. */
@Command(name = "revision", description = "Write a new migration script.")
final class RevisionCommand extends Verb {
    /** What Java puts in place of bytes that the locale cannot read. */
    private static final char UNREADABLE = '\uFFFD';

    @Option(
            names = "--autogenerate",
            description = "Write what leads from the live database to the model. Without it the script is empty.")
    private boolean autogenerate;

    @Option(
            names = "--rename",
            paramLabel = "OLD:NEW",
            description = "What was renamed: a table, pet:animal, or a column, pet.name:pet.title. May be given again.")
    private List<String> renamings = List.of();

    @Option(
            names = "--fill",
            paramLabel = "COLUMN=VALUE",
            description = "What rows get in a column that refuses NULL: pet.nick=none. May be given again.")
    private List<String> fills = List.of();

    @Option(names = "--allow-destructive", description = "Write also what loses rows or values.")
    private boolean allowDestructive;

    @Option(
            names = "--safe",
            description = "Write it so that nobody waits while rows are gone through, where the database has a way.")
    private boolean safe;

    @Option(
            names = {"-m", "--message"},
            required = true,
            paramLabel = "TEXT",
            description = "What the revision does, in a few words.")
    private String message = "";

    @Option(
            names = "--head",
            paramLabel = "REVISION",
            description = "What it stands on, such as label@head; base for nothing. The head where it is not given.")
    private @Nullable String head;

    @Mixin
    private OfflineOptions offline = new OfflineOptions();

    @Mixin
    private PlaceOptions place = new PlaceOptions();

    @Override
    public Integer call() {
        requireReadable(message);
        if (!autogenerate && safe) {
            throw new CommandException(
                    "CLI-045",
                    "--safe says how a difference is written, and without --autogenerate none is. Add --autogenerate, or leave it out.");
        }
        if (!autogenerate && (allowDestructive || !renamings.isEmpty() || !fills.isEmpty())) {
            throw new CommandException(
                    "CLI-025",
                    "--rename, --fill and --allow-destructive say how a difference is written, and without --autogenerate none is."
                            + " Add --autogenerate, or leave them out.");
        }
        RevisionOptions options =
                head == null ? place.options() : place.options().withHead(head);
        if (!autogenerate && offline.isOffline()) {
            throw new CommandException(
                    "CLI-040",
                    "--offline says how a difference is found, and without --autogenerate none is. Add that, or leave it out.");
        }
        return workplace().askEngine(offline, engine -> {
            Migrations migrations = workplace().migrations(engine, offline);
            NewRevision revision = autogenerate
                    ? migrations.autogenerate(message, options, workplace().scriptPlace(), decided())
                    : migrations.emptyRevision(message, options, workplace().scriptPlace());
            Lines.of(revision.difference(), engine.dialect()).forEach(out()::println);
            revision.file().ifPresentOrElse(file -> written(file, revision), () -> nothing(revision));
            return Main.FINE;
        });
    }

    /** Sees that a message is what was typed. */
    static void requireReadable(String message) {
        if (message.indexOf(UNREADABLE) >= 0) {
            throw new CommandException(
                    "CLI-005",
                    "The message did not arrive as it was typed, as the locale (LC_ALL, LC_CTYPE or LANG) "
                            + "has no such letters. Set one that is UTF-8: LC_ALL=C.UTF-8");
        }
    }

    private AutogenerateOptions decided() {
        AutogenerateOptions options =
                AutogenerateOptions.USUAL.asking(new AskedQuestions(workplace().prompt()));
        for (String renaming : renamings) {
            options = options.renaming(renaming);
        }
        for (String fill : fills) {
            options = options.filling(fill);
        }
        options = safe ? options.safely() : options;
        return allowDestructive ? options.allowingDestructive() : options;
    }

    private void written(Path file, NewRevision revision) {
        out().println("Wrote " + file);
        if (revision.isToBeFilledIn()) {
            out().println("It is empty: say in up() what it does, and in down() how that is undone.");
        }
        if (revision.isDestructive()) {
            out().println("Lines marked with ! lose rows or values when the script is applied. Read it before you do.");
        }
        out().println("Next: aludel upgrade " + (head == null ? "head" : "heads"));
    }

    private void nothing(NewRevision revision) {
        out().println(
                        revision.difference().undecided().isEmpty()
                                ? "The model and the database do not differ; no script was written."
                                : "No script was written: of what is marked with ? nobody can tell whether it differs.");
    }
}
