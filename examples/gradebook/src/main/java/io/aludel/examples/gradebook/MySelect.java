// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook;

import static io.aludel.core.query.Functions.coalesce;
import static io.aludel.core.query.Functions.count;
import static io.aludel.core.query.Functions.longNumber;
import static io.aludel.core.query.Functions.max;
import static io.aludel.core.query.Functions.sum;
import static io.aludel.examples.gradebook.model.QGrade.grade;
import static io.aludel.examples.gradebook.model.QStudent.student;
import static io.aludel.examples.gradebook.model.QSubject.subject;

import io.aludel.core.query.Bool;
import io.aludel.core.query.LongNum;
import io.aludel.core.query.Query;
import io.aludel.core.query.Subquery;
import io.aludel.examples.gradebook.answer.Average;
import io.aludel.examples.gradebook.answer.GroupAverage;
import io.aludel.examples.gradebook.answer.LecturerAverage;
import io.aludel.examples.gradebook.answer.QAverage;
import io.aludel.examples.gradebook.answer.QGroupAverage;
import io.aludel.examples.gradebook.answer.QLecturerAverage;
import io.aludel.examples.gradebook.answer.QStudentAverage;
import io.aludel.examples.gradebook.answer.QStudentGrade;
import io.aludel.examples.gradebook.answer.QSubjectAverage;
import io.aludel.examples.gradebook.answer.StudentAverage;
import io.aludel.examples.gradebook.answer.StudentGrade;
import io.aludel.examples.gradebook.answer.SubjectAverage;
import io.aludel.examples.gradebook.model.QGrade;
import io.aludel.orm.Session;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * The homework's ten questions and its two additional ones. Each method takes a session and the ids of what it asks about. Averages come
 * as sum and count: they are compared exactly and rounded when they are shown.
 */
public final class MySelect {
    private static final LongNum SUM = sum(grade.value);
    private static final LongNum COUNT = count();

    private MySelect() {}

    /** 1. The five students with the highest average over all subjects. */
    public static List<StudentAverage> select1(Session session) {
        return session.select(QStudentAverage.of(grade.student().fullName, SUM, COUNT))
                .from(grade)
                .groupBy(grade.student().id, grade.student().fullName)
                .orderBy(
                        rank(grade).desc(),
                        grade.student().fullName.byCodePoint().asc(),
                        grade.student().id.asc())
                .limit(5)
                .list();
    }

    /** 2. The student with the highest average in one subject; all of them where several share it. */
    public static List<SubjectAverage> select2(Session session, Long subjectId) {
        QGrade other = new QGrade("other");
        LongNum rank = rank(other);
        Subquery ranks = Query.select(rank)
                .from(other)
                .where(other.subject().id.eq(subjectId))
                .groupBy(other.student().id)
                .as("ranks");
        Query<Long> highest = Query.select(max(ranks.get(rank))).from(ranks);
        return session.select(QSubjectAverage.of(grade.student().fullName, grade.subject().name, SUM, COUNT))
                .from(grade)
                .where(grade.subject().id.eq(subjectId))
                .groupBy(grade.student().id, grade.student().fullName, grade.subject().name)
                .having(rank(grade).eq(longNumber(highest)))
                .orderBy(
                        grade.student().fullName.byCodePoint().asc(),
                        grade.student().id.asc())
                .list();
    }

    /** 3. The average of each group in one subject. */
    public static List<GroupAverage> select3(Session session, Long subjectId) {
        return session.select(QGroupAverage.of(grade.student().group().name, SUM, COUNT))
                .from(grade)
                .where(grade.subject().id.eq(subjectId))
                .groupBy(grade.student().group().id, grade.student().group().name)
                .orderBy(
                        grade.student().group().name.byCodePoint().asc(),
                        grade.student().group().id.asc())
                .list();
    }

    /** 4. The average over the whole grades table; nothing if it is empty. */
    public static Optional<Average> select4(Session session) {
        return average(session.select(QAverage.of(coalesce(SUM, 0L), COUNT)).from(grade));
    }

    /** 4, for one group. */
    public static Optional<GroupAverage> select4(Session session, Long groupId) {
        return session.select(QGroupAverage.of(grade.student().group().name, SUM, COUNT))
                .from(grade)
                .where(grade.student().group().id.eq(groupId))
                .groupBy(grade.student().group().id, grade.student().group().name)
                .first();
    }

    /** 5. The subjects that a lecturer teaches. */
    public static List<String> select5(Session session, Long lecturerId) {
        return session.select(subject.name)
                .from(subject)
                .where(subject.lecturer().id.eq(lecturerId))
                .orderBy(subject.name.byCodePoint().asc(), subject.id.asc())
                .list();
    }

    /** 6. The students of a group. */
    public static List<String> select6(Session session, Long groupId) {
        return session.select(student.fullName)
                .from(student)
                .where(student.group().id.eq(groupId))
                .orderBy(student.fullName.byCodePoint().asc(), student.id.asc())
                .list();
    }

    /** 7. The grades of a group's students in one subject. */
    public static List<StudentGrade> select7(Session session, Long groupId, Long subjectId) {
        return grades(session, inGroupAndSubject(grade, groupId, subjectId));
    }

    /** 8. The average grade that a lecturer gives over his subjects; nothing if he gave none. */
    public static Optional<LecturerAverage> select8(Session session, Long lecturerId) {
        return session.select(QLecturerAverage.of(grade.subject().lecturer().fullName, SUM, COUNT))
                .from(grade)
                .where(grade.subject().lecturer().id.eq(lecturerId))
                .groupBy(grade.subject().lecturer().id, grade.subject().lecturer().fullName)
                .first();
    }

    /** 9. The subjects in which a student has a grade. */
    public static List<String> select9(Session session, Long studentId) {
        return subjects(session, grade.student().id.eq(studentId)).list();
    }

    /** 9, those in which the student's average reaches the passing mark. */
    public static List<String> select9(Session session, Long studentId, BigDecimal passing) {
        // sum >= count * passing, in integers: what a database holds of a fraction may be rounded.
        long unit = BigDecimal.TEN.pow(Math.max(passing.scale(), 0)).longValueExact();
        long mark = passing.multiply(BigDecimal.valueOf(unit)).longValueExact();
        return subjects(session, grade.student().id.eq(studentId))
                .having(SUM.times(unit).ge(COUNT.times(mark)))
                .list();
    }

    /** 10. The subjects that a lecturer teaches to a student: those of his in which the student has a grade. */
    public static List<String> select10(Session session, Long studentId, Long lecturerId) {
        return subjects(session, givenBy(lecturerId, studentId)).list();
    }

    /** 11. The average that a lecturer gives a student; nothing if he gave no grade. */
    public static Optional<Average> select11(Session session, Long studentId, Long lecturerId) {
        return average(session.select(QAverage.of(coalesce(SUM, 0L), COUNT))
                .from(grade)
                .where(givenBy(lecturerId, studentId)));
    }

    /** 12. The grades of a group's students in its last lesson of one subject: on the last day with a grade of theirs. */
    public static List<StudentGrade> select12(Session session, Long groupId, Long subjectId) {
        QGrade other = new QGrade("other");
        return grades(
                session,
                inGroupAndSubject(grade, groupId, subjectId)
                        .and(grade.receivedOn.in(Query.select(max(other.receivedOn))
                                .from(other)
                                .where(inGroupAndSubject(other, groupId, subjectId)))));
    }

    /**
     * A whole number that orders averages exactly as they are: two different averages of up to a million grades each differ by at least one
     * part in 10<sup>12</sup>, and equal ones give the same number. (Up to some 750,000 grades each it is within 64 bits.)
     */
    private static LongNum rank(QGrade grades) {
        return sum(grades.value).times(1_000_000_000_000L).integerDividedBy(count());
    }

    private static Optional<Average> average(Query<Average> query) {
        return query.first().filter(average -> average.count() > 0);
    }

    private static Query<String> subjects(Session session, Bool which) {
        return session.select(grade.subject().name)
                .from(grade)
                .where(which)
                .groupBy(grade.subject().id, grade.subject().name)
                .orderBy(
                        grade.subject().name.byCodePoint().asc(),
                        grade.subject().id.asc());
    }

    private static List<StudentGrade> grades(Session session, Bool which) {
        return session.select(QStudentGrade.of(grade.student().fullName, grade.value, grade.receivedOn))
                .from(grade)
                .where(which)
                .orderBy(
                        grade.student().fullName.byCodePoint().asc(),
                        grade.student().id.asc(),
                        grade.receivedOn.asc(),
                        grade.id.asc())
                .list();
    }

    private static Bool inGroupAndSubject(QGrade grades, Long groupId, Long subjectId) {
        return grades.student().group().id.eq(groupId).and(grades.subject().id.eq(subjectId));
    }

    private static Bool givenBy(Long lecturerId, Long studentId) {
        return grade.student()
                .id
                .eq(studentId)
                .and(grade.subject().lecturer().id.eq(lecturerId));
    }
}
