// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.command;

import io.aludel.examples.gradebook.Kind;
import io.aludel.examples.gradebook.question.Choices.Given;
import io.aludel.examples.gradebook.question.PassingMark;
import io.aludel.examples.gradebook.report.Report;
import io.aludel.examples.gradebook.report.ReportFile;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code gradebook report}. */
@Command(
        name = "report",
        description =
                "Write the ten answers, with charts, as one page for the browser. What is not given is the first by name.")
final class ReportCommand extends Verb {
    private final Map<Kind, String> wanted = new EnumMap<>(Kind.class);

    @Option(
            names = "--out",
            paramLabel = "FILE.html",
            defaultValue = "gradebook-report.html",
            description = "Where to write it; an older report there is replaced, any other file is left alone. "
                    + "Default: gradebook-report.html in the current folder.")
    private Path out = Path.of("");

    @Option(
            names = "--passing",
            paramLabel = "MARK",
            description = "For 9: the average that passes, 1 to 12. Without it, any grade does.")
    private @Nullable String passing;

    @Option(names = "--subject", paramLabel = "NAME|ID", description = "For 2, 3 and 7.")
    private void setSubject(String nameOrId) {
        wanted.put(Kind.SUBJECT, nameOrId);
    }

    @Option(
            names = "--group",
            paramLabel = "NAME|ID",
            description = "For 4, 6 and 7; 4 is about all grades without it.")
    private void setGroup(String nameOrId) {
        wanted.put(Kind.GROUP, nameOrId);
    }

    @Option(names = "--lecturer", paramLabel = "NAME|ID", description = "For 5, 8 and 10.")
    private void setLecturer(String nameOrId) {
        wanted.put(Kind.LECTURER, nameOrId);
    }

    @Option(names = "--student", paramLabel = "NAME|ID", description = "For 9, 10 and the course over the year.")
    private void setStudent(String nameOrId) {
        wanted.put(Kind.STUDENT, nameOrId);
    }

    @Override
    public Integer call() {
        ReportFile file = ReportFile.at(out);
        Given given = new Given(wanted, passing == null ? null : PassingMark.of(passing));
        return withGradebook(gradebook -> {
            file.write(gradebook.read(session -> Report.read(session, given)));
            out().println("Wrote " + file.path());
        });
    }
}
