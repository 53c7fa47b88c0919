// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook;

import static io.aludel.examples.gradebook.model.QStudent.student;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.examples.gradebook.model.Group;
import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.OnEveryDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OnEveryDatabase
class GradebookTest {
    private final FreshDatabase database;
    private final Gradebook gradebook;
    private final List<String> told = new ArrayList<>();

    GradebookTest(FreshDatabase database) {
        this.database = database;
        this.gradebook = new Gradebook(database.dsn());
    }

    @AfterEach
    void close() {
        gradebook.close();
    }

    @Test
    void makesTheTablesAndColumnsOfTheHomeworkAndNoOthers() throws SQLException {
        assertThat(gradebook.migrate(one -> told.add(one.message()))).isEqualTo(2);

        assertThat(columns())
                .isEqualTo(Map.of(
                        "groups", List.of("id", "name"),
                        "students", List.of("id", "full_name", "group_id"),
                        "lecturers", List.of("id", "full_name"),
                        "subjects", List.of("id", "name", "lecturer_id"),
                        "grades", List.of("id", "student_id", "subject_id", "value", "received_on")));
        assertThat(told).hasSize(2).startsWith("Make the five tables");
        assertThat(gradebook.migrations().check().isEmpty())
                .as("the classes ask for no third revision")
                .isTrue();
        assertThat(gradebook.migrate(one -> told.add(one.message()))).isZero();
        assertThat(told).hasSize(2);
    }

    @Test
    void goesDownToNothingAndUpAgain() throws SQLException {
        gradebook.migrate(one -> {});

        assertThat(gradebook.downgrade("base", one -> told.add(one.message()))).isEqualTo(2);
        assertThat(told).hasSize(2).endsWith("Make the five tables");
        assertThat(columns()).isEmpty();
        assertThat(gradebook.migrate(one -> {})).isEqualTo(2);
        assertThat(columns()).hasSize(5);
    }

    @Test
    void deletesAStudentsGradesInTheDatabase() throws SQLException {
        gradebook.migrate(one -> {});
        gradebook.seed(1);

        gradebook.write(session -> session.delete(student).execute());

        assertThat(database.rows("select id from grades")).isEmpty();
    }

    @Test
    void keepsWhatIsWrittenAndNothingOfWhatFails() throws SQLException {
        gradebook.migrate(one -> {});

        gradebook.write(session -> {
            session.persist(new Group("kept"));
            return true;
        });
        assertThatThrownBy(() -> gradebook.write(session -> {
                    session.persist(new Group("lost"));
                    session.flush();
                    throw new IllegalStateException("half-way");
                }))
                .hasMessage("half-way");

        assertThat(database.rows("select name from \"groups\"")).containsExactly(List.of("kept"));
    }

    /** The columns of each table but those of Aludel's ledger, in their order, as JDBC tells them. */
    private Map<String, List<String>> columns() throws SQLException {
        Map<String, List<String>> columns = new TreeMap<>();
        try (Connection connection = database.openConnection();
                ResultSet all = connection
                        .getMetaData()
                        .getColumns(connection.getCatalog(), connection.getSchema(), null, null)) {
            while (all.next()) {
                String table = all.getString("TABLE_NAME");
                if (!table.startsWith("aludel_") && !table.startsWith("sqlite_")) {
                    columns.computeIfAbsent(table, any -> new ArrayList<>()).add(all.getString("COLUMN_NAME"));
                }
            }
        }
        return columns;
    }
}
