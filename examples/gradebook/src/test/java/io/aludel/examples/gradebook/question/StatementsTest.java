// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.question;

import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.engine.Engine;
import io.aludel.engine.EngineSettings;
import io.aludel.examples.gradebook.Gradebook;
import io.aludel.examples.gradebook.Kind;
import io.aludel.examples.gradebook.model.Grade;
import io.aludel.examples.gradebook.model.Group;
import io.aludel.examples.gradebook.model.Lecturer;
import io.aludel.examples.gradebook.model.Student;
import io.aludel.examples.gradebook.model.Subject;
import io.aludel.examples.gradebook.question.Choices.Given;
import io.aludel.orm.Session;
import io.aludel.orm.SessionFactory;
import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.OnEveryDatabase;
import io.aludel.testkit.StatementRecorder;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How often the database is asked. */
@OnEveryDatabase
class StatementsTest {
    private final StatementRecorder recorder = new StatementRecorder();
    private final Engine engine;
    private final SessionFactory sessions;

    StatementsTest(FreshDatabase database) {
        engine = Engine.create(database.dsn(), EngineSettings.DEFAULT.withListener(recorder));
        sessions = SessionFactory.of(engine, Gradebook.MODEL);
    }

    @BeforeEach
    void fill() {
        sessions.createAll();
        sessions.inTransaction(session -> {
            Group group = new Group("A-1");
            Lecturer lecturer = new Lecturer("Emmy");
            Subject subject = new Subject("Algebra", lecturer);
            Student student = new Student("Ada", group);
            session.persistAll(List.of(group, lecturer, subject, student));
            session.persist(new Grade(student, subject, 8, LocalDate.of(2026, 1, 31)));
        });
        recorder.clear();
    }

    @AfterEach
    void close() {
        engine.close();
    }

    /** Four names, each looked up once, and ten questions. */
    @Test
    void asksAllWithOneStatementAQuestionAndOneAName() {
        try (Session session = sessions.open()) {
            Choices choices = Choices.orFirst(session, Given.NOTHING);
            List<Asked> all = Question.homework().stream()
                    .map(question -> Asked.of(question, session, choices))
                    .toList();

            assertThat(all).allSatisfy(one -> assertThat(one.answer().rows()).hasSize(1));
            recorder.assertCount(14);
        }
    }

    @Test
    void looksANameUpOnce() {
        Given given = new Given(Map.of(Kind.GROUP, "A-1", Kind.SUBJECT, "1"), null);
        try (Session session = sessions.open()) {
            assertThat(Question.Q7.ask(session, Choices.only(session, given)).rows())
                    .hasSize(1);

            recorder.assertCount(3);
        }
    }
}
