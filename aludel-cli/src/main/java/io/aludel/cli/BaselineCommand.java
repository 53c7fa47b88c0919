// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli;

import io.aludel.migrate.command.Adopted;
import io.aludel.migrate.command.RevisionOptions;
import io.aludel.migrate.interop.BaselineOptions;
import io.aludel.migrate.interop.HistoryTool;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code aludel baseline}. */
@Command(
        name = "baseline",
        description = "Write a database that is there already as the first revision, and say that it has it."
                + " Nothing else is changed in it.")
final class BaselineCommand extends Verb {
    @Option(
            names = {"-m", "--message"},
            paramLabel = "TEXT",
            defaultValue = "as it was",
            description = "What the revision is called. Default: as it was")
    private String message = "";

    @Option(
            names = "--from",
            paramLabel = "flyway|liquibase",
            description = "Go on where that tool's history ends; refused where it does not end well.")
    private @Nullable String from;

    @Option(
            names = "--history-table",
            paramLabel = "[SCHEMA.]TABLE",
            description = "That history's table, where it is not called as usual.")
    private @Nullable String historyTable;

    @Option(names = "--partly", description = "Leave out what cannot be read, or points at what is left out.")
    private boolean partly;

    @Option(
            names = "--rev-id",
            paramLabel = "ID",
            description = "Its id, twelve hexadecimal digits. One that nobody has where it is not given.")
    private @Nullable String id;

    @Override
    public Integer call() {
        RevisionCommand.requireReadable(message);
        BaselineOptions how = how();
        RevisionOptions position = id == null ? RevisionOptions.ON_HEAD : RevisionOptions.ON_HEAD.withId(id);
        Adopted adopted = workplace()
                .withMigrations(migrations ->
                        migrations.baseline(message, position, workplace().scriptPlace(), how));
        history(adopted);
        leftOut(adopted);
        out().println("Wrote " + adopted.file());
        out().println("The database is said to have it; an empty one is made so by: aludel upgrade");
        out().println("Next: aludel check");
        return Main.FINE;
    }

    private BaselineOptions how() {
        if (historyTable != null && from == null) {
            throw new CommandException(
                    "CLI-050",
                    "--history-table is the table of a tool. Say which: --from flyway, or --from liquibase.");
        }
        return new BaselineOptions(from == null ? null : tool("--from", from), historyTable, partly);
    }

    static HistoryTool tool(String option, String name) {
        return switch (name) {
            case "flyway" -> HistoryTool.FLYWAY;
            case "liquibase" -> HistoryTool.LIQUIBASE;
            default ->
                throw new CommandException("CLI-048", option + " is \"" + name + "\"; it can be flyway or liquibase.");
        };
    }

    private void history(Adopted adopted) {
        adopted.history()
                .ifPresent(history -> out().println(history.tool().words() + " has applied "
                        + history.applied().size()
                        + history.last().map(last -> ", the last one: " + last).orElse("")
                        + ". Its table stays as it is; what it has not applied yet is no part of the baseline."));
        if (adopted.history().isEmpty()) {
            List<String> names =
                    adopted.present().stream().map(HistoryTool::words).toList();
            names.forEach(name -> out().println("There is a history of " + name
                    + ", which was not looked at: --from would have seen whether it ends well."));
        }
    }

    private void leftOut(Adopted adopted) {
        adopted.leftOut().forEach(left -> out().println("! Left out: " + left));
        if (!adopted.otherSchemas().isEmpty()) {
            out().println("Not read, as the setting schemas does not name them: "
                    + String.join(", ", adopted.otherSchemas()));
        }
    }
}
