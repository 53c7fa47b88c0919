// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.edit;

import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.core.expr.CodePointOrder;
import io.aludel.engine.Engine;
import io.aludel.engine.EngineSettings;
import io.aludel.examples.gradebook.Gradebook;
import io.aludel.examples.gradebook.model.Grade;
import io.aludel.examples.gradebook.model.Group;
import io.aludel.examples.gradebook.model.Lecturer;
import io.aludel.examples.gradebook.model.Student;
import io.aludel.examples.gradebook.model.Subject;
import io.aludel.orm.Session;
import io.aludel.orm.SessionFactory;
import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.OnEveryDatabase;
import io.aludel.testkit.BareNames;
import io.aludel.testkit.StatementRecorder;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an edit asks and writes, however many rows there are. */
@OnEveryDatabase
class EditStatementsTest {
    private static final List<Editable<?>> ALL =
            List.of(Models.GROUP, Models.STUDENT, Models.LECTURER, Models.SUBJECT, Models.GRADE);

    private final StatementRecorder statements = new StatementRecorder();
    private final Engine engine;
    private final SessionFactory sessions;

    EditStatementsTest(FreshDatabase database) {
        engine = Engine.create(database.dsn(), EngineSettings.DEFAULT.withListener(statements));
        sessions = SessionFactory.of(engine, Gradebook.MODEL);
    }

    @BeforeEach
    void fill() {
        sessions.createAll();
        sessions.inTransaction(session -> {
            for (int i = 0; i < 30; i++) {
                Group group = new Group("G" + i);
                Lecturer lecturer = new Lecturer("L" + i);
                Subject subject = new Subject("S" + i, lecturer);
                Student student = new Student("P" + i, group);
                session.persistAll(List.of(group, lecturer, subject, student));
                session.persist(new Grade(student, subject, 5, LocalDate.of(2026, 1, 1)));
            }
        });
        statements.clear();
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void listsByOneStatement() {
        try (Session session = sessions.open()) {
            for (Editable<?> model : ALL) {
                statements.clear();
                assertThat(Listing.of(session, model, Optional.empty()).rows()).hasSize(30);
                statements.assertCount(1);
            }
        }
    }

    /** The databases of the tests order by code point anyway, others do not. */
    @Test
    void ordersTextsByCodePointWhateverTheDatabasesOwnOrderIs() {
        assertThat(ALL.stream().flatMap(model -> model.order().stream()))
                .extracting(key -> key.order().expression())
                .filteredOn(expression -> expression.type().javaType() == String.class)
                .hasSize(6)
                .allMatch(CodePointOrder.class::isInstance);
    }

    @Test
    void writesOnlyWhatHasChanged() {
        sessions.inTransaction(session -> {
            new Edits(session).update(Models.STUDENT, 1L, new Assignments(Map.of("name", "Ada", "group", "1")));
        });

        assertThat(written())
                .isEqualTo(List.of(
                        BareNames.in("update students set full_name = ? where students.id = ?", engine.dialect())));
    }

    @Test
    void removesAStudentWithoutLoadingItsGrades() {
        sessions.inTransaction(session -> {
            assertThat(new Edits(session).remove(Models.STUDENT, 1L))
                    .isEqualTo("Removed student 1: P0, group G0, and 1 grade with it");
        });

        assertThat(written())
                .isEqualTo(List.of(BareNames.in("delete from students where students.id = ?", engine.dialect())));
        // The student, the number of grades, the group for its name, the deletion.
        statements.assertCount(4);
    }

    private List<String> written() {
        return statements.sql().stream()
                .map(sql -> sql.strip().replaceAll("\\s+", " "))
                .filter(sql -> !sql.startsWith("select"))
                .toList();
    }
}
