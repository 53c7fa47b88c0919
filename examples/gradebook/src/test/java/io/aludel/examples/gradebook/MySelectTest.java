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
import io.aludel.examples.gradebook.answer.StudentAverage;
import io.aludel.examples.gradebook.answer.StudentGrade;
import io.aludel.examples.gradebook.answer.SubjectAverage;
import io.aludel.examples.gradebook.model.Grade;
import io.aludel.examples.gradebook.model.Group;
import io.aludel.examples.gradebook.model.Lecturer;
import io.aludel.examples.gradebook.model.Student;
import io.aludel.examples.gradebook.model.Subject;
import io.aludel.orm.Session;
import io.aludel.orm.SessionFactory;
import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.OnEveryDatabase;
import io.aludel.testing.databases.TestDatabase;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.TimeZone;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@OnEveryDatabase
class MySelectTest {
    private final FreshDatabase database;
    private final Engine engine;
    private final SessionFactory sessions;

    MySelectTest(FreshDatabase database) {
        this.database = database;
        engine = Engine.create(database.dsn());
        sessions = SessionFactory.of(engine, Gradebook.MODEL);
    }

    /** On PostgreSQL with names in a language's order, which is what servers have; answers are ordered by code point nevertheless. */
    @BeforeEach
    void createTables() throws SQLException {
        sessions.createAll();
        if (database.database() == TestDatabase.POSTGRESQL) {
            database.execute(
                    "alter table \"groups\" alter name type varchar(50) collate \"und-x-icu\"",
                    "alter table subjects alter name type varchar(100) collate \"und-x-icu\"",
                    "alter table students alter full_name type varchar(150) collate \"und-x-icu\"",
                    "alter table lecturers alter full_name type varchar(150) collate \"und-x-icu\"");
        }
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void answersAsPlainJavaDoes() {
        for (long randomSeed = 1; randomSeed <= 3; randomSeed++) {
            Seed seed = new Seed(SeedSize.homework(randomSeed));
            fill(session -> seed.into(session, SeedProgress.SILENT));

            try (Session session = sessions.open()) {
                assertAnswers(session);
            }
        }
    }

    @Test
    void answersAsPlainJavaDoesWhereMuchIsEqual() {
        for (long randomSeed = 1; randomSeed <= 8; randomSeed++) {
            fill(new TiedRows(randomSeed)::into);

            try (Session session = sessions.open()) {
                assertAnswers(session);
                assertThat(session.select(subject.id).from(subject).list())
                        .anySatisfy(
                                id -> assertThat(MySelect.select2(session, id)).hasSizeGreaterThan(2));
            }
        }
    }

    /**
     * 4/3 and 16000/12000 are one average. PostgreSQL's own avg(), a decimal whose places depend on the size of the sum, says that they differ.
     */
    @Test
    void seesThatAveragesOfFewAndOfManyGradesAreEqual() throws SQLException {
        insertTwoStudents();
        database.execute("insert into grades (student_id, subject_id, \"value\", received_on) values"
                + " (1, 1, 1, '2026-01-01'), (1, 1, 1, '2026-01-01'), (1, 1, 2, '2026-01-01')");
        insertGrades(2, 12_000, "case when i % 3 = 0 then 2 else 1 end");

        try (Session session = sessions.open()) {
            assertThat(MySelect.select1(session))
                    .containsExactly(new StudentAverage("A", 4, 3), new StudentAverage("B", 16_000, 12_000));
            assertThat(MySelect.select2(session, 1L))
                    .containsExactly(new SubjectAverage("A", "S", 4, 3), new SubjectAverage("B", "S", 16_000, 12_000));
        }
        if (database.database() == TestDatabase.POSTGRESQL) {
            assertThat(database.rows("select distinct avg(\"value\") from grades group by student_id"))
                    .hasSize(2);
        }
    }

    /** 60001/40000 and 59995/39996 are 1.50002500 both, where they are rounded to eight places. */
    @Test
    void seesThatAveragesOfManyGradesDiffer() throws SQLException {
        insertTwoStudents();
        insertGrades(1, 40_000, "case when i <= 20001 then 2 else 1 end");
        insertGrades(2, 39_996, "case when i <= 19999 then 2 else 1 end");

        try (Session session = sessions.open()) {
            assertThat(MySelect.select2(session, 1L)).containsExactly(new SubjectAverage("B", "S", 59_995, 39_996));
            assertThat(MySelect.select1(session))
                    .containsExactly(new StudentAverage("B", 59_995, 39_996), new StudentAverage("A", 60_001, 40_000));
        }
    }

    @Test
    void passesWhoReachesTheMarkExactly() throws SQLException {
        insertTwoStudents();
        database.execute("insert into grades (student_id, subject_id, \"value\", received_on) values"
                + " (1, 1, 6, '2026-01-01'), (1, 1, 7, '2026-01-01'), (1, 1, 7, '2026-01-01'),"
                + " (2, 1, 6, '2026-01-01'), (2, 1, 7, '2026-01-01')");

        try (Session session = sessions.open()) {
            Function<String, List<String>> twentyThirds = mark -> MySelect.select9(session, 1L, new BigDecimal(mark));
            Function<String, List<String>> sixAndAHalf = mark -> MySelect.select9(session, 2L, new BigDecimal(mark));
            assertThat(twentyThirds.apply("6.666666")).containsExactly("S");
            assertThat(twentyThirds.apply("6.666667")).isEmpty();
            assertThat(twentyThirds.apply("6.67")).isEmpty();
            assertThat(sixAndAHalf.apply("6.5")).containsExactly("S");
            assertThat(sixAndAHalf.apply("6.500000")).containsExactly("S");
            assertThat(sixAndAHalf.apply("6.500001")).isEmpty();
        }
    }

    /** So that other programs can read them; in SQLite they are text. */
    @ParameterizedTest
    @ValueSource(strings = {"Pacific/Kiritimati", "America/Los_Angeles"})
    void storesDaysAsTheyAreWhereverTheProgramRuns(String zone) throws SQLException {
        TimeZone before = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        try {
            insertTwoStudents();
            sessions.inTransaction(session -> session.persist(new Grade(
                    session.get(Student.class, 1L), session.get(Subject.class, 1L), 12, LocalDate.of(2026, 3, 29))));

            try (Session session = sessions.open()) {
                assertThat(MySelect.select12(session, 1L, 1L))
                        .containsExactly(new StudentGrade("A", 12, LocalDate.of(2026, 3, 29)));
            }
            assertThat(database.rows("select cast(received_on as char(10)) from grades"))
                    .containsExactly(List.of("2026-03-29"));
            if (database.database() == TestDatabase.SQLITE) {
                assertThat(database.rows("select typeof(received_on), received_on from grades"))
                        .containsExactly(List.of("text", "2026-03-29"));
            }
        } finally {
            TimeZone.setDefault(before);
        }
    }

    /** With these rows instead of those that there are. */
    private void fill(Consumer<Session> rows) {
        sessions.inTransaction(session -> {
            session.connection()
                    .deleteAllRows(Gradebook.MODEL.schemaFor(engine.dialect().capabilities()));
            rows.accept(session);
        });
    }

    /** One group, one lecturer, subject S and the students A and B, all with the ids from 1. */
    private void insertTwoStudents() {
        sessions.inTransaction(session -> {
            Group group = new Group("G");
            Lecturer lecturer = new Lecturer("L");
            session.persistAll(List.of(group, lecturer, new Subject("S", lecturer)));
            session.persist(new Student("A", group));
            session.persist(new Student("B", group));
        });
    }

    /** Many grades, whose values are an expression over i, from 1 to the count. */
    private void insertGrades(int studentId, int count, String value) throws SQLException {
        database.execute("insert into grades (student_id, subject_id, \"value\", received_on)"
                + " with recursive n(i) as (select 1 union all select i + 1 from n where i < " + count + ")"
                + " select " + studentId + ", 1, " + value + ", '2026-01-01' from n");
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
    void findsTheFirstByCodePoint() {
        sessions.inTransaction(session -> {
            session.persistAll(List.of(new Group("b"), new Group("a"), new Group("B")));
        });

        try (Session session = sessions.open()) {
            assertThat(new Lookup(session).first(Kind.GROUP, 3))
                    .extracting(Lookup.Found::name)
                    .containsExactly("B", "a", "b");
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
            for (String mark : List.of("1", "5.5", "6.67", "8.333333", "12", "1E+1")) {
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
