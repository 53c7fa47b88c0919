// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.report;

import static io.aludel.examples.gradebook.model.QGrade.grade;
import static io.aludel.examples.gradebook.model.QGroup.group;
import static io.aludel.examples.gradebook.model.QStudent.student;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summarizingLong;
import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.examples.gradebook.Gradebook;
import io.aludel.examples.gradebook.Kind;
import io.aludel.examples.gradebook.Lookup.Found;
import io.aludel.examples.gradebook.answer.Average;
import io.aludel.examples.gradebook.model.Grade;
import io.aludel.examples.gradebook.model.Group;
import io.aludel.examples.gradebook.model.Lecturer;
import io.aludel.examples.gradebook.model.Student;
import io.aludel.examples.gradebook.model.Subject;
import io.aludel.examples.gradebook.report.chart.SubjectGrade;
import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.OnEveryDatabase;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@OnEveryDatabase
class ReportQueriesTest {
    private final Gradebook gradebook;

    ReportQueriesTest(FreshDatabase database) {
        gradebook = new Gradebook(database.dsn());
    }

    @BeforeEach
    void makeTables() {
        gradebook.migrations().upgrade("head", one -> {});
    }

    @AfterEach
    void close() {
        gradebook.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void findWhatPlainJavaFinds(long randomSeed) {
        gradebook.seed(randomSeed);

        gradebook.read(session -> {
            ReportQueries queries = new ReportQueries(session);
            List<Grade> all = session.select(grade).list();
            assertAverages(queries, all);
            assertThat(queries.distribution()).isEqualTo(distribution(all));
            assertThat(queries.number(Kind.STUDENT))
                    .isEqualTo(session.select(student).list().size());
            for (Student one : session.select(student).limit(10).list()) {
                assertCourse(queries, one, all);
            }
            return null;
        });
    }

    @Test
    void findNothingWhereThereIsNothing() {
        gradebook.read(session -> {
            ReportQueries queries = new ReportQueries(session);
            assertThat(queries.groups(5)).isEmpty();
            assertThat(queries.subjects(5)).isEmpty();
            assertThat(queries.distribution()).isEmpty();
            assertThat(queries.total(1L)).isEqualTo(new Average(0, 0));
            assertThat(queries.newest(1L, 5)).isEmpty();
            assertThat(Averages.read(queries, 5, 5).known()).isEmpty();
            for (Kind kind : Kind.values()) {
                assertThat(queries.number(kind)).isZero();
            }
            return null;
        });
    }

    @Test
    void takeTheFirstByCodePointAndTheNewestByDateAndId() {
        gradebook.write(session -> {
            Group z = new Group("z");
            Lecturer by = new Lecturer("Ada");
            Subject in = new Subject("b", by);
            session.persistAll(List.of(z, new Group("\uFFFD"), new Group("😀"), new Group("Ä"), new Group("Z")));
            session.persistAll(List.of(by, in, new Subject("B", by), new Subject("a", by)));
            Student of = new Student("Bob", z);
            session.persist(of);
            int[] days = {3, 1, 2, 3};
            for (int i = 0; i < days.length; i++) {
                session.persist(new Grade(of, in, 10 - i, LocalDate.of(2026, 1, days[i])));
            }
            return null;
        });

        gradebook.read(session -> {
            ReportQueries queries = new ReportQueries(session);
            assertThat(queries.groups(4)).extracting(Found::name).containsExactly("Z", "z", "Ä", "\uFFFD");
            assertThat(queries.subjects(2)).extracting(Found::name).containsExactly("B", "a");
            assertThat(queries.newest(1L, 3))
                    .containsExactly(
                            new SubjectGrade(LocalDate.of(2026, 1, 3), "b", 7),
                            new SubjectGrade(LocalDate.of(2026, 1, 3), "b", 10),
                            new SubjectGrade(LocalDate.of(2026, 1, 2), "b", 8));
            assertThat(queries.number(Kind.GROUP)).isEqualTo(5);
            assertThat(queries.number(Kind.SUBJECT)).isEqualTo(3);
            assertThat(queries.number(Kind.LECTURER)).isEqualTo(1);
            return null;
        });
    }

    private static void assertAverages(ReportQueries queries, List<Grade> all) {
        Averages averages = Averages.read(queries, 100, 100);
        Map<List<Long>, LongSummaryStatistics> plain = all.stream()
                .collect(groupingBy(
                        one -> List.of(one.student().group().id(), one.subject().id()), summarizingLong(Grade::value)));
        assertThat(averages.known()).hasSize(plain.size());
        for (Found group : averages.groups()) {
            for (Found subject : averages.subjects()) {
                LongSummaryStatistics of = plain.get(List.of(group.id(), subject.id()));
                assertThat(averages.of(group, subject).orElse(null))
                        .isEqualTo(of == null ? null : new Average(of.getSum(), of.getCount()));
            }
        }
    }

    private static List<GradeCount> distribution(List<Grade> all) {
        return all.stream().collect(groupingBy(Grade::value, counting())).entrySet().stream()
                .map(entry -> new GradeCount(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(GradeCount::grade))
                .toList();
    }

    private static void assertCourse(ReportQueries queries, Student of, List<Grade> all) {
        List<Grade> own =
                new ArrayList<>(all.stream().filter(one -> one.student() == of).toList());
        own.sort(Comparator.comparing(Grade::receivedOn).thenComparing(Grade::id));
        Course course = Course.read(queries, new Found(of.id(), of.fullName()), 5);
        List<Grade> newest = own.subList(Math.max(0, own.size() - 5), own.size());

        assertThat(course.grades())
                .isEqualTo(newest.stream()
                        .map(one ->
                                new SubjectGrade(one.receivedOn(), one.subject().name(), one.value()))
                        .toList());
        assertThat(course.averages())
                .isEqualTo(newest.stream()
                        .map(one -> average(own.subList(0, own.indexOf(one) + 1)))
                        .toList());
        assertThat(course.total()).isEqualTo(average(own));
    }

    private static Average average(List<Grade> grades) {
        return new Average(grades.stream().mapToLong(Grade::value).sum(), grades.size());
    }
}
