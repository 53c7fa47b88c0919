// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli;

import io.aludel.migrate.command.Exported;
import io.aludel.migrate.command.Migrations;
import io.aludel.migrate.interop.ExportOptions;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code aludel export}. */
@Command(
        name = "export",
        description =
                "Write what is pending as migrations of Flyway or Liquibase, which apply it then; nothing is executed.")
final class ExportCommand extends Verb {
    @Parameters(
            arity = "0..1",
            paramLabel = "TARGET",
            defaultValue = "head",
            description = "head (the default), a number of steps (+1), or a revision.")
    private String target = "";

    @Option(names = "--as", required = true, paramLabel = "flyway|liquibase", description = "Whose files.")
    private String as = "";

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "FOLDER",
            description = "The folder of that tool's files. Revisions that it has already are not written again.")
    private Path output = Path.of("");

    @Option(
            names = "--from",
            paramLabel = "REVISION",
            description = "Begin after this revision (or base) instead of asking the database what it has.")
    private @Nullable String from;

    @Option(
            names = "--versions",
            paramLabel = "timestamp|counter",
            description = "Flyway's versions: the time of writing, or the next number. Default: timestamp")
    private @Nullable String versions;

    @Option(
            names = "--author",
            paramLabel = "NAME",
            description = "Whom Liquibase's changesets are said to be of. Default: aludel")
    private @Nullable String author;

    @Override
    public Integer call() {
        ExportOptions options = options();
        Path folder = workplace().folder().resolve(output);
        Exported exported = workplace().requireScripts().askEngine(engine -> {
            Migrations migrations = workplace().migrations(engine);
            return from == null
                    ? migrations.export(target, folder, options)
                    : migrations.export(engine.dialect(), from, target, folder, options);
        });
        exported.files().forEach(file -> out().println("Wrote " + file));
        exported.present().forEach(id -> out().println("  " + id + " is in the folder already."));
        exported.empty().forEach(id -> out().println("  " + id + " does nothing on this database."));
        exported.irreversible().forEach(id -> out().println("! " + id + " has no way back, so nothing undoes it."));
        if (exported.files().isEmpty()) {
            out().println("Nothing was written.");
        }
        return Main.FINE;
    }

    private ExportOptions options() {
        ExportOptions options = ExportOptions.of(BaselineCommand.tool("--as", as));
        boolean flyway = as.equals("flyway");
        if (flyway && author != null || !flyway && versions != null) {
            throw new CommandException(
                    "CLI-050", "--versions is for --as flyway, and --author for --as liquibase; leave the other out.");
        }
        if (versions != null) {
            options = options.with(versions(versions));
        }
        if (author != null && !author.matches("[^\\s:]+")) {
            throw new CommandException(
                    "CLI-049", "--author is \"" + author + "\"; it needs a letter, and no space or colon.");
        }
        return author == null ? options : options.withAuthor(author);
    }

    private static ExportOptions.Versions versions(String name) {
        return switch (name) {
            case "timestamp" -> ExportOptions.Versions.TIMESTAMP;
            case "counter" -> ExportOptions.Versions.COUNTER;
            default ->
                throw new CommandException(
                        "CLI-048", "--versions is \"" + name + "\"; it can be timestamp or counter.");
        };
    }
}
