// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook;

import static io.aludel.core.query.Functions.avg;
import static io.aludel.core.query.Functions.coalesce;
import static io.aludel.core.query.Functions.count;
import static io.aludel.core.query.Functions.exists;
import static io.aludel.core.query.Functions.longNumber;
import static io.aludel.core.query.Functions.max;
import static io.aludel.core.query.Functions.value;
import static io.aludel.core.query.Functions.when;
import static io.aludel.examples.gradebook.model.QGrade.grade;
import static io.aludel.examples.gradebook.model.QGroup.group;
import static io.aludel.examples.gradebook.model.QStudent.student;
import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.core.query.LongNum;
import io.aludel.core.query.Query;
import io.aludel.core.query.Row;
import io.aludel.core.query.Subquery;
import io.aludel.core.query.Text;
import io.aludel.engine.Engine;
import io.aludel.examples.gradebook.model.Grade;
import io.aludel.examples.gradebook.model.Group;
import io.aludel.examples.gradebook.model.Lecturer;
import io.aludel.examples.gradebook.model.QGrade;
import io.aludel.examples.gradebook.model.Student;
import io.aludel.examples.gradebook.model.Subject;
import io.aludel.orm.Session;
import io.aludel.orm.SessionFactory;
import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.OnEveryDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The code of docs/queries.md, word for word, at work on every database. */
@OnEveryDatabase
class QueriesPageTest {
    private final Engine engine;
    private final SessionFactory sessions;

    QueriesPageTest(FreshDatabase database) {
        engine = Engine.create(database.dsn());
        sessions = SessionFactory.of(engine, Gradebook.MODEL);
    }

    @BeforeEach
    void fill() {
        sessions.createAll();
        sessions.inTransaction(session -> {
            Group a1 = new Group("A-1");
            Group a2 = new Group("A-2");
            Lecturer lecturer = new Lecturer("Emmy Noether");
            Subject algebra = new Subject("Algebra", lecturer);
            Student ada = new Student("Ada", a1);
            Student bob = new Student("Bob", a1);
            Student eve = new Student("Eve", a2);
            session.persistAll(List.of(a1, a2, lecturer, algebra, ada, bob, eve));
            session.persist(new Grade(ada, algebra, 12, LocalDate.of(2026, 1, 15)));
            session.persist(new Grade(ada, algebra, 11, LocalDate.of(2026, 2, 15)));
            session.persist(new Grade(bob, algebra, 5, LocalDate.of(2026, 2, 16)));
        });
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void entities() {
        try (Session session = sessions.open()) {
            List<Student> found = session.select(student)
                    .where(student.fullName.startsWith("A").or(student.id.in(2L, 3L)))
                    .orderBy(student.fullName.byCodePoint().asc())
                    .limit(10)
                    .list();

            assertThat(found).extracting(Student::fullName).containsExactly("Ada", "Bob", "Eve");
        }
    }

    @Test
    void paths() {
        try (Session session = sessions.open()) {
            List<Integer> values = session.select(grade.value)
                    .from(grade)
                    .where(grade.student().group().name.eq("A-1").and(grade.value.between(6, 12)))
                    .orderBy(grade.value.desc())
                    .list();

            assertThat(values).containsExactly(12, 11);
        }
    }

    @Test
    void rowsAndRecords() {
        try (Session session = sessions.open()) {
            for (Row row : session.select(student.fullName, count(grade.id))
                    .from(student)
                    .leftJoin(student.grades(), grade)
                    .groupBy(student.id, student.fullName)
                    .list()) {
                String name = row.get(student.fullName);
                Long grades = row.get(count(grade.id));
                assertThat(grades).isEqualTo("Ada".equals(name) ? 2L : "Bob".equals(name) ? 1L : 0L);
            }

            List<StudentMean> averages = session.select(QStudentMean.of(
                            grade.student().fullName, avg(grade.value).round(2)))
                    .from(grade)
                    .groupBy(grade.student().id, grade.student().fullName)
                    .having(count().ge(2))
                    .list();

            assertThat(averages)
                    .extracting(StudentMean::toString)
                    .containsExactly("StudentMean[student=Ada, average=11.50]");
        }
    }

    @Test
    void subqueries() {
        try (Session session = sessions.open()) {
            List<Student> withoutGrades = session.select(student)
                    .where(exists(Query.selectOne()
                                    .from(grade)
                                    .where(grade.student().eq(student)))
                            .not())
                    .list();

            LongNum grades = count();
            Subquery perStudent = Query.select(grade.student().id, grades)
                    .from(grade)
                    .groupBy(grade.student().id)
                    .as("per_student");
            List<Student> busiest = session.select(student)
                    .join(perStudent, student.id.eq(perStudent.get(grade.student().id)))
                    .where(perStudent.get(grades).eq(longNumber(mostGrades())))
                    .list();

            assertThat(withoutGrades).extracting(Student::fullName).containsExactly("Eve");
            assertThat(busiest).extracting(Student::fullName).containsExactly("Ada");
        }
    }

    private static Query<Long> mostGrades() {
        QGrade other = new QGrade("other");
        LongNum grades = count();
        Subquery counts =
                Query.select(grades).from(other).groupBy(other.student().id).as("counts");
        return Query.select(max(counts.get(grades))).from(counts);
    }

    @Test
    void computedValues() {
        try (Session session = sessions.open()) {
            Text mark = when(grade.value.ge(10), value("excellent"))
                    .when(grade.value.ge(7), value("good"))
                    .otherwise(value("passed"));
            List<String> marks =
                    session.select(mark).from(grade).orderBy(grade.value.desc()).list();

            List<Long> gradesInAll = session.select(
                            coalesce(longNumber(Query.select(count()).from(grade)), 0L))
                    .from(group)
                    .limit(1)
                    .list();

            assertThat(marks).containsExactly("excellent", "excellent", "passed");
            assertThat(gradesInAll).containsExactly(3L);
        }
    }

    @Test
    void manyRows() {
        sessions.inTransaction(session -> {
            long changed = session.update(grade)
                    .set(grade.value, grade.value.plus(1))
                    .where(grade.value.lt(6))
                    .execute();
            long deleted = session.delete(grade).where(grade.value.gt(11)).execute();

            assertThat(List.of(changed, deleted)).containsExactly(1L, 1L);
        });
    }

    @Test
    void thePageHoldsThisCode() throws IOException {
        String source =
                squeezed(Files.readString(Path.of("src/test/java/io/aludel/examples/gradebook/QueriesPageTest.java")));
        List<String> blocks = blocks(Files.readString(Path.of("..", "..", "docs", "queries.md")));

        assertThat(blocks).hasSizeGreaterThanOrEqualTo(8);
        assertThat(blocks).allSatisfy(block -> assertThat(source).contains(squeezed(block)));
    }

    private static List<String> blocks(String page) {
        List<String> blocks = new ArrayList<>();
        for (int at = page.indexOf("```java"); at >= 0; at = page.indexOf("```java", at + 1)) {
            blocks.add(page.substring(at + 7, page.indexOf("```", at + 7)));
        }
        return blocks;
    }

    /** Without blanks and line ends, which the formatter puts where it likes. */
    private static String squeezed(String code) {
        return Objects.requireNonNull(code)
                .lines()
                .map(line -> line.replace(" ", ""))
                .collect(Collectors.joining());
    }
}
