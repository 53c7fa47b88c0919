// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.engine.Engine;
import io.aludel.engine.EngineConnection;
import io.aludel.examples.gradebook.command.Main;
import io.aludel.examples.gradebook.question.Question;
import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.OnEveryDatabase;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@OnEveryDatabase
class GradebookCommandsTest {
    private final FreshDatabase database;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    GradebookCommandsTest(FreshDatabase database) {
        this.database = database;
    }

    @Test
    void makesTheTablesAndColumnsOfTheHomeworkAndNoOthers() throws SQLException {
        assertThat(run("migrate")).isZero();

        assertThat(columns("groups")).isEqualTo(List.of("id", "name"));
        assertThat(columns("students")).isEqualTo(List.of("id", "full_name", "group_id"));
        assertThat(columns("lecturers")).isEqualTo(List.of("id", "full_name"));
        assertThat(columns("subjects")).isEqualTo(List.of("id", "name", "lecturer_id"));
        assertThat(columns("grades")).isEqualTo(List.of("id", "student_id", "subject_id", "value", "received_on"));
    }

    @Test
    void needsNoFurtherRevisionAfterMigrate() {
        run("migrate");

        try (Gradebook gradebook = new Gradebook(database.dsn())) {
            assertThat(gradebook.migrations().check().isEmpty()).isTrue();
        }
    }

    @Test
    void migratesOnceAndThenHasNothingToDo() {
        run("migrate");

        assertThat(run("migrate")).isZero();
        assertThat(out.toString())
                .endsWith("is up to date." + System.lineSeparator())
                .contains("Nothing to do");
    }

    @Test
    void goesDownToNothingAndUpAgain() throws SQLException {
        run("migrate");

        assertThat(run("downgrade", "base")).isZero();
        assertThat(columns("grades")).isEmpty();
        assertThat(run("migrate")).isZero();
        assertThat(columns("grades")).hasSize(5);
    }

    @Test
    void seedsInsideTheHomeworksRanges() throws SQLException {
        run("migrate");

        assertThat(run("seed", "--random-seed", "7")).isZero();
        assertThat(count("\"groups\"")).isEqualTo(3);
        assertThat(count("students")).isBetween(30L, 50L);
        assertThat(count("lecturers")).isBetween(3L, 5L);
        assertThat(count("subjects")).isBetween(5L, 8L);
        assertThat(database.rows("select max(n) from (select count(*) as n from grades group by student_id) as per"))
                .allSatisfy(row -> assertThat(((Number) row.get(0)).longValue()).isBetween(1L, 20L));
        assertThat(database.rows("select count(*) from grades where \"value\" < 1 or \"value\" > 12"))
                .allSatisfy(row -> assertThat(((Number) row.get(0)).longValue()).isZero());
    }

    @Test
    void seedsTheSameRowsForTheSameRandomSeed() throws SQLException {
        run("migrate");
        run("seed", "--random-seed", "5");
        List<?> first = rows();
        run("downgrade", "base");
        run("migrate");

        run("seed", "--random-seed", "5");
        assertThat(rows()).isEqualTo(first);
        run("downgrade", "base");
        run("migrate");
        run("seed", "--random-seed", "6");
        assertThat(rows()).isNotEqualTo(first);
    }

    @Test
    void leavesRowsAloneThatAreThere() throws SQLException {
        run("migrate");
        run("seed");
        long before = count("grades");

        assertThat(run("seed")).isEqualTo(1);
        assertThat(err.toString()).startsWith("There are rows in ").contains("they are left alone");
        assertThat(count("grades")).isEqualTo(before);
    }

    @Test
    void answersEveryQuestion() {
        run("migrate");
        run("seed");

        for (int number = 1; number <= 12; number++) {
            List<String> arguments = new ArrayList<>(List.of("select", Integer.toString(number)));
            for (Kind kind : Question.of(number).about()) {
                arguments.addAll(List.of("--" + kind, "1"));
            }
            assertThat(run(arguments.toArray(String[]::new)))
                    .as("question " + number)
                    .isZero();
        }
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void deletesAStudentsGradesInTheDatabase() throws SQLException {
        run("migrate");
        run("seed");

        try (Engine engine = Engine.create(database.dsn());
                EngineConnection connection = engine.connect()) {
            connection.execute("delete from students");
        }

        assertThat(count("grades")).isZero();
    }

    @Test
    void saysWhichCommandMakesTheTables() {
        assertThat(run("select", "1")).isEqualTo(1);
        assertThat(err.toString()).startsWith("There are no tables in ").contains("gradebook migrate");
    }

    @Test
    void saysThatTheTablesAreOld() {
        run("migrate");
        run("downgrade");

        assertThat(run("seed")).isEqualTo(1);
        assertThat(err.toString()).startsWith("The tables are old in ").contains("gradebook migrate");
    }

    private List<List<Object>> rows() throws SQLException {
        return Stream.of("\"groups\"", "students", "lecturers", "subjects", "grades")
                .flatMap(table -> {
                    try {
                        return database.rows("select * from " + table + " order by id").stream();
                    } catch (SQLException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .collect(Collectors.toList());
    }

    private long count(String table) throws SQLException {
        return ((Number) database.rows("select count(*) from " + table).get(0).get(0)).longValue();
    }

    /** The columns as JDBC tells them, in their order. */
    private List<String> columns(String table) throws SQLException {
        try (var connection = database.openConnection();
                var columns = connection.getMetaData().getColumns(null, null, table, null)) {
            List<String> names = new ArrayList<>();
            while (columns.next()) {
                names.add(columns.getString("COLUMN_NAME"));
            }
            return names;
        }
    }

    private int run(String... arguments) {
        String[] all = Stream.concat(Stream.of("--url", database.dsn()), Stream.of(arguments))
                .toArray(String[]::new);
        return Main.run(Map.of(), new PrintWriter(out, true), new PrintWriter(err, true), all);
    }
}
