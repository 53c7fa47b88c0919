// SPDX-License-Identifier: Apache-2.0
package io.aludel.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectNestedClass;

import io.aludel.testkit.conformance.DialectConformance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;
import org.sqlite.SQLiteDataSource;

/** The suite as the author of a dialect uses it, with no more than a driver. */
class DialectConformanceTest {
    @Test
    void runsItsSubjectsOnDatabasesThatItCloses() {
        OnFiles.OPEN.clear();

        Events tests = run(OnFiles.class, "TablePresence", "Savepoints");

        tests.assertStatistics(
                statistics -> statistics.failed(0).succeeded(tests.started().count()));
        assertThat(tests.started().count()).isGreaterThan(3);
        assertThat(OnFiles.OPEN).isEmpty();
    }

    @Test
    void failsWhereADatabaseIsNotWhatItShouldBe() {
        OnFiles.OPEN.clear();

        run(OnUsedFiles.class, "TablePresence")
                .assertStatistics(statistics -> statistics.started(1).failed(1));

        assertThat(OnFiles.OPEN).isEmpty();
    }

    @Test
    void closesEachDatabaseAlsoWhereAnotherCannotBeClosed() {
        OnFiles.OPEN.clear();

        run(OnFilesThatComplain.class, "RoundTrip").assertStatistics(statistics -> statistics.succeeded(0));

        assertThat(OnFiles.OPEN).isEmpty();
    }

    /** What is added to the suite has to be in its table of contents. */
    @Test
    void hasEverySubject() throws IOException {
        Path classes = Path.of("src", "main", "java", "io", "aludel", "testkit", "conformance");
        try (var files = Files.list(classes)) {
            assertThat(Arrays.stream(DialectConformance.class.getDeclaredClasses())
                            .filter(nested -> nested.isAnnotationPresent(Nested.class))
                            .map(nested -> nested.getSimpleName() + "Tests.java"))
                    .containsExactlyInAnyOrderElementsOf(files.map(
                                    file -> file.getFileName().toString())
                            .filter(name -> name.endsWith("Tests.java") && !name.equals("ConformanceTests.java"))
                            .toList());
        }
    }

    private static Events run(Class<?> suite, String... subjects) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(Arrays.stream(subjects)
                        .map(subject -> selectNestedClass(
                                List.of(suite.getName()), DialectConformance.class.getName() + "$" + subject))
                        .toArray(org.junit.platform.engine.DiscoverySelector[]::new))
                .execute()
                .testEvents();
    }

    static class OnFiles extends DialectConformance {
        static final List<Path> OPEN = new ArrayList<>();

        @Override
        protected TestedDatabase newDatabase() {
            try {
                Path file = Files.createTempFile("conformance", ".db");
                OPEN.add(file);
                return new SqliteFile(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    static class OnUsedFiles extends OnFiles {
        @Override
        protected TestedDatabase newDatabase() {
            TestedDatabase database = super.newDatabase();
            try (Connection connection = database.openConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("create table pets (id integer)");
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            return database;
        }
    }

    static class OnFilesThatComplain extends OnFiles {
        @Override
        protected TestedDatabase newDatabase() {
            TestedDatabase database = super.newDatabase();
            return new TestedDatabase() {
                @Override
                public String dsn() {
                    return database.dsn();
                }

                @Override
                public DataSource dataSource() {
                    return database.dataSource();
                }

                @Override
                public void close() {
                    database.close();
                    throw new IllegalStateException("It is gone, but not without a word.");
                }
            };
        }
    }

    private record SqliteFile(Path file) implements TestedDatabase {
        @Override
        public String dsn() {
            return "sqlite:" + file;
        }

        @Override
        public DataSource dataSource() {
            SQLiteDataSource source = new SQLiteDataSource();
            source.setUrl("jdbc:sqlite:" + file);
            return source;
        }

        @Override
        public void close() {
            try {
                Files.deleteIfExists(file);
                OnFiles.OPEN.remove(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
