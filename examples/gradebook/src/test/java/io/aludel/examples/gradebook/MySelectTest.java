// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook;

import static io.aludel.examples.gradebook.model.QGrade.grade;
import static io.aludel.examples.gradebook.model.QGroup.group;
import static io.aludel.examples.gradebook.model.QLecturer.lecturer;
import static io.aludel.examples.gradebook.model.QStudent.student;
import static io.aludel.examples.gradebook.model.QSubject.subject;
import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.engine.Engine;
import io.aludel.examples.gradebook.PlainAnswers.PlainGrade;
import io.aludel.examples.gradebook.model.Grade;
import io.aludel.examples.gradebook.model.Group;
import io.aludel.examples.gradebook.model.Lecturer;
import io.aludel.examples.gradebook.model.Student;
import io.aludel.examples.gradebook.model.Subject;
import io.aludel.mapping.Model;
import io.aludel.orm.Session;
import io.aludel.orm.SessionFactory;
import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.OnEveryDatabase;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@OnEveryDatabase
class MySelectTest {
    private final Engine engine;
    private final SessionFactory sessions;

    MySelectTest(FreshDatabase database) {
        engine = Engine.create(database.dsn());
        sessions = SessionFactory.of(
                engine, Model.of(Group.class, Student.class, Lecturer.class, Subject.class, Grade.class));
    }

    @BeforeEach
    void createTables() {
        sessions.createAll();
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void answersAsPlainJavaDoes(long randomSeed) {
        sessions.inTransaction(session -> {
            new Seed(randomSeed).into(session);
        });

        try (Session session = sessions.open()) {
            assertAnswers(session);
        }
    }

    /** Averages that no binary fraction holds, ties, two students of one name, names out of alphabetical order. */
    @Test
    void answersAsPlainJavaDoesWhereAveragesTie() {
        sessions.inTransaction(session -> {
            Group a = new Group("Я-1");
            Group b = new Group("a%_1");
            Lecturer one = new Lecturer("O'Neil \"Q\"");
            Lecturer two = new Lecturer("Ada");
            Subject s = new Subject("Мова", one);
            Subject t = new Subject("Zoo", two);
            session.persistAll(List.of(a, b, one, two, s, t));
            int[][] values = {
                {1, 2, 2},
                {5, 5, 5},
                {2, 1, 2},
                {12, 12, 1},
                {1, 12, 12},
                {8, 9, 8, 8, 9, 8},
                {11, 11, 11, 11, 11, 11, 11, 12}
            };
            String[] names = {"Zoe", "anna", "Anna", "Zoe", "Єва", "Ivan", "Éric"};
            for (int i = 0; i < names.length; i++) {
                Student someone = new Student(names[i], i % 2 == 0 ? a : b);
                session.persist(someone);
                for (int j = 0; j < values[i].length; j++) {
                    session.persist(
                            new Grade(someone, j % 2 == 0 ? s : t, values[i][j], LocalDate.of(2026, 1, 31 - j)));
                }
            }
        });

        try (Session session = sessions.open()) {
            assertAnswers(session);
        }
    }

    @Test
    void answersNothingWhereThereIsNothing() {
        try (Session session = sessions.open()) {
            assertThat(MySelect.select1(session)).isEmpty();
            assertThat(MySelect.select2(session, 1L)).isEmpty();
            assertThat(MySelect.select3(session, 1L)).isEmpty();
            assertThat(MySelect.select4(session)).isEmpty();
            assertThat(MySelect.select4(session, 1L)).isEmpty();
            assertThat(MySelect.select8(session, 1L)).isEmpty();
            assertThat(MySelect.select11(session, 1L, 1L)).isEmpty();
            assertThat(MySelect.select12(session, 1L, 1L)).isEmpty();
        }
    }

    private static void assertAnswers(Session session) {
        PlainAnswers plain = plain(session);
        List<Group> groups = session.select(group).from(group).list();
        List<Lecturer> lecturers = session.select(lecturer).from(lecturer).list();
        List<Student> students = session.select(student).from(student).limit(10).list();
        List<Subject> subjects = session.select(subject).from(subject).list();

        assertThat(MySelect.select1(session)).isEqualTo(plain.select1());
        assertThat(MySelect.select4(session).stream().toList()).isEqualTo(plain.average(any -> true));
        for (Subject about : subjects) {
            assertThat(MySelect.select2(session, about.id())).isEqualTo(plain.select2(about.id()));
            assertThat(MySelect.select3(session, about.id())).isEqualTo(plain.select3(about.id()));
            for (Group of : groups) {
                assertThat(MySelect.select7(session, of.id(), about.id()))
                        .isEqualTo(plain.select7(of.id(), about.id()));
                assertThat(MySelect.select12(session, of.id(), about.id()))
                        .isEqualTo(plain.select12(of.id(), about.id()));
            }
        }
        for (Group of : groups) {
            assertThat(MySelect.select4(session, of.id()).stream().toList())
                    .isEqualTo(plain.groups(one -> one.groupId() == of.id()));
            assertThat(MySelect.select6(session, of.id()))
                    .isEqualTo(PlainAnswers.sorted(of.students().stream().map(Student::fullName)));
        }
        for (Lecturer by : lecturers) {
            assertThat(MySelect.select5(session, by.id()))
                    .isEqualTo(PlainAnswers.sorted(by.subjects().stream().map(Subject::name)));
            assertThat(MySelect.select8(session, by.id()).stream().toList()).isEqualTo(plain.select8(by.id()));
            for (Student of : students) {
                Predicate<PlainGrade> which = one -> one.studentId() == of.id() && one.lecturerId() == by.id();
                assertThat(MySelect.select10(session, of.id(), by.id())).isEqualTo(plain.subjects(which));
                assertThat(MySelect.select11(session, of.id(), by.id()).stream().toList())
                        .isEqualTo(plain.average(which));
            }
        }
        for (Student of : students) {
            assertThat(MySelect.select9(session, of.id())).isEqualTo(plain.subjects(one -> one.studentId() == of.id()));
            for (String mark : List.of("1", "5.5", "6.67", "12", "1E+1")) {
                assertThat(MySelect.select9(session, of.id(), new BigDecimal(mark)))
                        .isEqualTo(plain.passed(of.id(), new BigDecimal(mark)));
            }
        }
    }

    /** All grades as objects, from whose associations the rest is read. */
    private static PlainAnswers plain(Session session) {
        return new PlainAnswers(session.select(grade).list().stream()
                .map(one -> {
                    Student of = one.student();
                    Subject in = one.subject();
                    return new PlainGrade(
                            one.id(),
                            of.id(),
                            of.fullName(),
                            of.group().id(),
                            of.group().name(),
                            in.id(),
                            in.name(),
                            in.lecturer().id(),
                            in.lecturer().fullName(),
                            one.value(),
                            one.receivedOn());
                })
                .toList());
    }
}
