// SPDX-License-Identifier: Apache-2.0
package io.aludel.benchmarks;

import io.aludel.benchmarks.library.PlainJdbc;
import java.util.List;
import java.util.Locale;

/** Writes results as a page for people. */
final class Report {
    private final StringBuilder page = new StringBuilder();

    private Report() {}

    static String of(Results results) {
        Report report = new Report();
        report.head(results);
        for (Workload workload : Workload.values()) {
            List<Results.Case> cases = results.cases().stream()
                    .filter(one -> one.workload().equals(workload.name()))
                    .toList();
            if (!cases.isEmpty()) {
                report.workload(workload, cases);
            }
        }
        return report.page.toString();
    }

    private void head(Results results) {
        page.append("""
                # What things cost

                Written by `benchmarks/run` from `benchmarks/results.json`; do not edit. How it is measured, and how to do so: `CONTRIBUTING.md`.

                A ratio is a library's time divided by the time of hand-written JDBC in the same round, 1.00 being as fast; of all rounds the median is given, and in
                brackets the quartiles. All libraries gave the same result before they were measured, and each reads in one transaction for as long as its turn
                takes. "Load" is how many processes wanted to run, on average over a minute, before and after: on a machine with other work the spread tells how
                far a ratio can be believed.

                """);
        results.conditions()
                .forEach((name, value) -> page.append("- ")
                        .append(name)
                        .append(": ")
                        .append(value)
                        .append('\n'));
    }

    private void workload(Workload workload, List<Results.Case> cases) {
        page.append("\n## ").append(workload).append(": ").append(workload.description());
        page.append(
                "\n\n| database | library | ratio | a call takes | a call allocates | load |\n|---|---|---|---|---|---|\n");
        for (Results.Case one : cases) {
            Measurement jdbc = one.measurements().stream()
                    .filter(measurement -> measurement.library().equals(PlainJdbc.NAME))
                    .findFirst()
                    .orElseThrow();
            for (Measurement measurement : one.measurements()) {
                row(one, measurement, jdbc);
            }
        }
    }

    private void row(Results.Case one, Measurement measurement, Measurement jdbc) {
        Measurement.Spread ratio = measurement.ratioTo(jdbc);
        page.append(String.format(
                Locale.ROOT,
                "| %s | %s | %s | %,.1f µs | %,.1f kB | %s |%n".replace("%n", "\n"),
                one.database(),
                measurement.library(),
                measurement == jdbc
                        ? "1"
                        : String.format(
                                Locale.ROOT, "**%.2f** (%.2f–%.2f)", ratio.median(), ratio.lower(), ratio.upper()),
                Measurement.Spread.of(measurement.micros()).median(),
                Measurement.Spread.of(measurement.bytes()).median() / 1_000,
                measurement == jdbc
                        ? String.format(Locale.ROOT, "%.1f, %.1f", one.loadBefore(), one.loadAfter())
                        : ""));
    }
}
