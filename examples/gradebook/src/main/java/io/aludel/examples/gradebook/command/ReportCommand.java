// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.command;

import io.aludel.examples.gradebook.question.Choices.Given;
import io.aludel.examples.gradebook.report.Report;
import io.aludel.examples.gradebook.report.ReportFile;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code gradebook report}. */
@Command(
        name = "report",
        description =
                "Write the ten answers, with charts, as one page for the browser. What is not given is the first by name.")
final class ReportCommand extends Verb {
    @Mixin
    private final ChoiceOptions choices = new ChoiceOptions();

    @Option(
            names = "--out",
            paramLabel = "FILE.html",
            defaultValue = "gradebook-report.html",
            description = "Where to write it; an older report there is replaced, any other file is left alone. "
                    + "Default: gradebook-report.html in the current folder.")
    private Path out = Path.of("");

    @Override
    public Integer call() {
        ReportFile file = ReportFile.at(out);
        Given given = choices.given();
        return withGradebook(gradebook -> {
            file.write(gradebook.read(session -> Report.read(session, given)));
            out().println("Wrote " + file.path());
        });
    }
}
