// SPDX-License-Identifier: Apache-2.0
package io.aludel.testing.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.aludel.testing.databases.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Ends the build with a table of the scenarios of migrations: on which database each ran, or why it does not apply. */
class ScenarioTableTest {
    private static final Path ROOT = Path.of("..", "..");

    @Test
    void everyScenarioOfMigrationsRanOnEveryDatabaseOrDoesNotApply() throws IOException {
        List<Scenario.Tested> tested = tested();
        assumeTrue(!tested.isEmpty(), "the tests of other modules ran before");
        List<Scenario> scenarios = scenarios(tested);
        List<String> databases =
                TestDatabase.selected().stream().map(TestDatabase::key).toList();

        System.out.println(table(scenarios, databases));

        List<String> missing = new ArrayList<>();
        for (Scenario scenario : scenarios) {
            assertThat(scenario.reasons(databases))
                    .as("%s says why it does not apply", scenario.number())
                    .noneMatch(reason -> reason.endsWith(": "));
            databases.stream()
                    .filter(database -> scenario.on(database) == Scenario.Result.MISSING)
                    .forEach(database -> missing.add(scenario.number() + " on " + database));
        }
        assertThat(missing).as("scenarios without a test").isEmpty();
    }

    private static List<Scenario> scenarios(List<Scenario.Tested> tested) throws IOException {
        try (InputStream list = Objects.requireNonNull(ScenarioTableTest.class.getResourceAsStream("migrations.tsv"))) {
            return new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split("\t"))
                    .map(fields -> new Scenario(
                            fields[0],
                            fields[1],
                            tested.stream()
                                    .filter(test -> test.scenario().equals(fields[0]))
                                    .toList()))
                    .toList();
        }
    }

    private static List<Scenario.Tested> tested() throws IOException {
        List<Scenario.Tested> tested = new ArrayList<>();
        try (Stream<Path> files = Files.find(
                ROOT,
                5,
                (path, attributes) -> attributes.isRegularFile()
                        && path.toString().endsWith(".tsv")
                        && path.getParent().endsWith(Path.of("target", "scenarios")))) {
            for (Path file : files.sorted().toList()) {
                Files.readAllLines(file).stream().map(Scenario.Tested::parse).forEach(tested::add);
            }
        }
        return tested;
    }

    private static String table(List<Scenario> scenarios, List<String> databases) {
        StringBuilder text = new StringBuilder("\nScenarios of migrations\n");
        text.append("%-66s".formatted(""));
        databases.forEach(database -> text.append(" %-10s".formatted(database)));
        text.append('\n');
        for (Scenario scenario : scenarios) {
            text.append("%-5s %-60s".formatted(scenario.number(), scenario.title()));
            databases.forEach(database ->
                    text.append(" %-10s".formatted(scenario.on(database).text())));
            text.append('\n');
        }
        text.append("\nNot applicable:\n");
        for (Scenario scenario : scenarios) {
            scenario.reasons(databases)
                    .forEach(reason -> text.append("%-5s %s%n".formatted(scenario.number(), reason)));
        }
        return text.toString();
    }
}
