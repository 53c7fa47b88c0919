// SPDX-License-Identifier: Apache-2.0
package io.aludel.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.benchmarks.library.Library;
import io.aludel.benchmarks.model.GradeRow;
import io.aludel.benchmarks.model.Rating;
import io.aludel.benchmarks.model.StudentRow;
import io.aludel.testing.databases.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Not how fast things are, only that they can be measured and that all libraries do the same. */
class RoundsTest {
    private static final Rounds SHORT = new Rounds(1, Duration.ofMillis(1), Duration.ofMillis(1));

    static Stream<TestDatabase> measured() {
        return Stream.of(TestDatabase.H2, TestDatabase.SQLITE, TestDatabase.POSTGRESQL)
                .filter(TestDatabase.selected()::contains);
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("measured")
    void measuresEachWorkload(TestDatabase database, @TempDir Path folder) throws Exception {
        System.setProperty("jmh.ignoreLock", "true");
        List<Results.Case> cases = new ArrayList<>();
        try (Gradebook gradebook = new Gradebook(database, 10)) {
            for (Workload workload : Workload.values()) {
                cases.add(
                        new Results.Case(database.name(), workload.name(), 0.5, 1, SHORT.measure(workload, gradebook)));
            }
        }
        assertThat(cases)
                .hasSameSizeAs(Workload.values())
                .allSatisfy(one -> assertThat(one.measurements())
                        .allSatisfy(measurement -> {
                            assertThat(measurement.micros()).singleElement().matches(micros -> micros > 0);
                            assertThat(measurement.bytes()).singleElement().matches(bytes -> bytes > 0);
                        })
                        .extracting(Measurement::library)
                        .containsExactly("jdbc", "aludel", "jooq", "jdbi"));

        Results results = new Results(Map.of("date", "2026-11-20"), cases);
        Path json = folder.resolve("results.json");
        results.write(json);
        assertThat(Results.read(json)).isEqualTo(results);
        assertThat(Report.of(results))
                .contains("- date: 2026-11-20\n", "## W1: one student by key", "| " + database + " | aludel | **");
        assertThat(Files.size(json)).isPositive();
    }

    @Test
    void refusesALibraryWithAnotherResult() throws Exception {
        try (Gradebook gradebook = new Gradebook(TestDatabase.H2, 2)) {
            Library wrong = new Wrong(gradebook.libraries().get(0));

            assertThatThrownBy(() -> Rounds.requireSameResults(
                            Workload.W2,
                            gradebook,
                            List.of(gradebook.libraries().get(0), wrong)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining(
                            "W2, all grades, into records: the result of wrong is not that of jdbc on H2 ");
        }
    }

    @Test
    void dividesWithinARound() {
        Measurement jdbc = new Measurement("jdbc", List.of(1.0, 10.0, 2.0), List.of(0.0, 0.0, 0.0));
        Measurement other = new Measurement("other", List.of(2.0, 10.0, 6.0), List.of(0.0, 0.0, 0.0));

        assertThat(other.ratioTo(jdbc)).isEqualTo(new Measurement.Spread(1.5, 2, 2.5));
    }

    /** Leaves out a row. */
    private record Wrong(Library right) implements Library {
        @Override
        public String name() {
            return "wrong";
        }

        @Override
        public void begin() {
            right.begin();
        }

        @Override
        public void end() {
            right.end();
        }

        @Override
        public StudentRow student(long id) {
            return right.student(id);
        }

        @Override
        public List<GradeRow> grades() {
            return right.grades().subList(1, right.grades().size());
        }

        @Override
        public List<Rating> topFive() {
            return right.topFive();
        }

        @Override
        public void copy(List<GradeRow> grades) {
            right.copy(grades);
        }

        @Override
        public void close() {
            right.close();
        }
    }
}
