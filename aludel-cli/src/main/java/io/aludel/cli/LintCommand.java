// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli;

import io.aludel.migrate.command.Migrations;
import io.aludel.migrate.lint.Allowed;
import io.aludel.migrate.lint.Finding;
import io.aludel.migrate.lint.LintReport;
import io.aludel.migrate.lint.Severity;
import io.aludel.migrate.setting.Setting;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code aludel lint}. */
@Command(name = "lint", description = "Say what may hurt when what is missing is applied; nothing is executed.")
final class LintCommand extends Verb {
    @Parameters(
            arity = "0..1",
            paramLabel = "TARGET",
            defaultValue = "heads",
            description = "heads (the default), a number of steps (+1), or a revision.")
    private String target = "";

    @Option(
            names = "--from",
            paramLabel = "REVISION",
            description =
                    "Take the database to be at this revision (or base), and all its tables to be big, instead of asking it.")
    private @Nullable String from;

    @Option(names = "--strict", description = "Exit code 1 also where there are only warnings.")
    private boolean strict;

    @Override
    public Integer call() {
        LintReport report = workplace().requireScripts().askEngine(engine -> {
            Migrations migrations = workplace().migrations(engine);
            return from == null
                    ? migrations.lint(target, workplace().settings().number(Setting.LINT_ROWS))
                    : migrations.lint(engine.dialect(), from, target);
        });
        report.findings().forEach(this::print);
        report.allowed().forEach(this::print);
        out().println(summary(report));
        return report.has(strict ? Severity.WARNING : Severity.DANGER) ? Main.ERROR : Main.FINE;
    }

    private void print(Finding finding) {
        out().println(heading(finding.severity().mark(), finding));
        out().println("    " + finding.what());
        out().println("    Safer: " + finding.safer());
    }

    private void print(Allowed allowed) {
        out().println(heading("-", allowed.finding()));
        out().println("    Allowed: " + allowed.reason());
    }

    private static String heading(String mark, Finding finding) {
        String line = mark + " " + finding.code().text() + "  " + finding.place();
        return finding.operation().isEmpty() ? line : line + "  " + finding.operation();
    }

    private static String summary(LintReport report) {
        if (report.revisions().isEmpty()) {
            return "Nothing to apply.";
        }
        return count(report.revisions().size(), "revision") + ": " + of(report, Severity.DANGER, "danger") + ", "
                + of(report, Severity.WARNING, "warning") + ", "
                + report.allowed().size() + " allowed";
    }

    private static String of(LintReport report, Severity severity, String word) {
        return count(
                (int) report.findings().stream()
                        .filter(finding -> finding.severity() == severity)
                        .count(),
                word);
    }

    private static String count(int number, String word) {
        return number + " " + word + (number == 1 ? "" : "s");
    }
}
