// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook;

import static io.aludel.core.query.Functions.avg;
import static io.aludel.core.query.Functions.decimal;
import static io.aludel.core.query.Functions.max;
import static io.aludel.core.query.Functions.round;
import static io.aludel.examples.gradebook.model.QGrade.grade;
import static io.aludel.examples.gradebook.model.QStudent.student;
import static io.aludel.examples.gradebook.model.QSubject.subject;

import io.aludel.core.query.DecimalNum;
import io.aludel.core.query.Query;
import io.aludel.core.query.Subquery;
import io.aludel.examples.gradebook.answer.GroupAverage;
import io.aludel.examples.gradebook.answer.LecturerAverage;
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
 * The homework's ten questions. Each method takes a session and what it asks about; averages are compared exactly and shown with two places.
 */
public final class MySelect {
    private static final DecimalNum AVERAGE = avg(grade.value);

    private MySelect() {}

    /** 1. The five students with the highest average over all subjects. */
    public static List<StudentAverage> select1(Session session) {
        return session.select(QStudentAverage.of(grade.student().fullName, round(AVERAGE, 2)))
                .from(grade)
                .groupBy(grade.student().id, grade.student().fullName)
                .orderBy(AVERAGE.desc(), grade.student().fullName.byCodePoint().asc())
                .limit(5)
                .list();
    }

    /** 2. The student with the highest average in one subject; all of them where several share it. */
    public static List<SubjectAverage> select2(Session session, String subjectName) {
        QGrade other = new QGrade("other");
        DecimalNum average = avg(other.value);
        Subquery averages = Query.select(average)
                .from(other)
                .where(other.subject().name.eq(subjectName))
                .groupBy(other.student().id)
                .as("averages");
        Query<BigDecimal> highest = Query.select(max(averages.get(average))).from(averages);
        return session.select(QSubjectAverage.of(grade.student().fullName, grade.subject().name, round(AVERAGE, 2)))
                .from(grade)
                .where(grade.subject().name.eq(subjectName))
                .groupBy(grade.student().id, grade.student().fullName, grade.subject().name)
                .having(AVERAGE.eq(decimal(highest)))
                .orderBy(grade.student().fullName.byCodePoint().asc())
                .list();
    }

    /** 3. The average of each group in one subject. */
    public static List<GroupAverage> select3(Session session, String subjectName) {
        return session.select(QGroupAverage.of(grade.student().group().name, round(AVERAGE, 2)))
                .from(grade)
                .where(grade.subject().name.eq(subjectName))
                .groupBy(grade.student().group().name)
                .orderBy(grade.student().group().name.byCodePoint().asc())
                .list();
    }

    /** 4. The average over the whole grades table; nothing if it is empty. */
    public static Optional<BigDecimal> select4(Session session) {
        return session.select(round(AVERAGE, 2)).from(grade).first();
    }

    /** 4, for one group. */
    public static Optional<BigDecimal> select4(Session session, String groupName) {
        return session.select(round(AVERAGE, 2))
                .from(grade)
                .where(grade.student().group().name.eq(groupName))
                .first();
    }

    /** 5. The subjects that a lecturer teaches. */
    public static List<String> select5(Session session, String lecturerName) {
        return session.select(subject.name)
                .from(subject)
                .where(subject.lecturer().fullName.eq(lecturerName))
                .orderBy(subject.name.byCodePoint().asc())
                .list();
    }

    /** 6. The students of a group. */
    public static List<String> select6(Session session, String groupName) {
        return session.select(student.fullName)
                .from(student)
                .where(student.group().name.eq(groupName))
                .orderBy(student.fullName.byCodePoint().asc(), student.id.asc())
                .list();
    }

    /** 7. The grades of a group's students in one subject. */
    public static List<StudentGrade> select7(Session session, String groupName, String subjectName) {
        return session.select(QStudentGrade.of(grade.student().fullName, grade.value, grade.receivedOn))
                .from(grade)
                .where(grade.student()
                        .group()
                        .name
                        .eq(groupName)
                        .and(grade.subject().name.eq(subjectName)))
                .orderBy(grade.student().fullName.byCodePoint().asc(), grade.receivedOn.asc(), grade.id.asc())
                .list();
    }

    /** 8. The average grade that a lecturer gives over his subjects. */
    public static List<LecturerAverage> select8(Session session, String lecturerName) {
        return session.select(QLecturerAverage.of(grade.subject().lecturer().fullName, round(AVERAGE, 2)))
                .from(grade)
                .where(grade.subject().lecturer().fullName.eq(lecturerName))
                .groupBy(grade.subject().lecturer().id, grade.subject().lecturer().fullName)
                .list();
    }

    /** 9. The subjects in which a student has a grade. */
    public static List<String> select9(Session session, String studentName) {
        return session.select(grade.subject().name)
                .from(grade)
                .where(grade.student().fullName.eq(studentName))
                .groupBy(grade.subject().name)
                .orderBy(grade.subject().name.byCodePoint().asc())
                .list();
    }

    /** 10. The subjects that a lecturer teaches to a student. */
    public static List<String> select10(Session session, String studentName, String lecturerName) {
        return session.select(grade.subject().name)
                .from(grade)
                .where(grade.student()
                        .fullName
                        .eq(studentName)
                        .and(grade.subject().lecturer().fullName.eq(lecturerName)))
                .groupBy(grade.subject().name)
                .orderBy(grade.subject().name.byCodePoint().asc())
                .list();
    }
}
