// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli;

import io.aludel.migrate.command.RevisionDetails;
import io.aludel.migrate.command.ScriptedRevision;
import io.aludel.migrate.diff.Wording;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code aludel show}. */
@Command(name = "show", description = "Show all about a revision: its neighbours, when it was applied, what it does.")
final class ShowCommand extends Verb {
    @Parameters(
            paramLabel = "REVISION",
            description = "An id or its beginning, head, heads, current, a label, or one of these with steps (head-1).")
    private String target = "";

    @Override
    public Integer call() {
        return workplace().askEngine(engine -> {
            List<RevisionDetails> shown = workplace().migrations(engine).show(target);
            if (shown.isEmpty()) {
                out().println("\"" + target + "\" is where no revision has been applied.");
            }
            for (int i = 0; i < shown.size(); i++) {
                if (i > 0) {
                    out().println();
                }
                show(shown.get(i), new Wording(engine.dialect()));
            }
            return Main.FINE;
        });
    }

    private void show(RevisionDetails details, Wording wording) {
        ScriptedRevision revision = details.revision();
        out().println(revision.id() + "  " + revision.message());
        line("file", List.of(revision.fileName()));
        line("stands on", revision.parents().isEmpty() ? List.of("nothing") : revision.parents());
        line("followed by", revision.children().isEmpty() ? List.of("nothing (head)") : revision.children());
        line("labels", revision.labels());
        line("on branch", revision.branches());
        line("depends on", revision.dependsOn());
        line("needed by", revision.neededBy());
        line("replaces", revision.replaces());
        line(
                "in database",
                List.of(details.applied().map(Lines::applied).orElse("pending")
                        + (details.edited() ? "; its script has been edited since" : "")));
        out().println(details.operations().isEmpty() ? "  does nothing" : "  does:");
        details.operations()
                .forEach(operation ->
                        out().println((operation.isDestructive() ? "  ! " : "    ") + wording.of(operation)));
    }

    private void line(String name, List<String> values) {
        if (!values.isEmpty()) {
            out().println("  %-13s%s".formatted(name + ":", String.join(", ", values)));
        }
    }
}
