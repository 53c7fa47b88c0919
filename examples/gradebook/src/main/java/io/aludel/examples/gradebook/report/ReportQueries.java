// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.report;

import static io.aludel.core.query.Functions.coalesce;
import static io.aludel.core.query.Functions.count;
import static io.aludel.core.query.Functions.sum;
import static io.aludel.examples.gradebook.model.QGrade.grade;
import static io.aludel.examples.gradebook.model.QGroup.group;
import static io.aludel.examples.gradebook.model.QLecturer.lecturer;
import static io.aludel.examples.gradebook.model.QStudent.student;
import static io.aludel.examples.gradebook.model.QSubject.subject;

import io.aludel.core.query.EntityPath;
import io.aludel.core.query.LongNum;
import io.aludel.core.query.Query;
import io.aludel.core.query.Row;
import io.aludel.core.query.Text;
import io.aludel.examples.gradebook.Kind;
import io.aludel.examples.gradebook.Lookup.Found;
import io.aludel.examples.gradebook.answer.Average;
import io.aludel.examples.gradebook.answer.QAverage;
import io.aludel.examples.gradebook.report.chart.QSubjectGrade;
import io.aludel.examples.gradebook.report.chart.SubjectGrade;
import io.aludel.orm.Session;
import java.util.List;

/** What the page shows besides the ten answers. Each query gives few rows, however many the gradebook has. */
final class ReportQueries {
    private final Session session;

    ReportQueries(Session session) {
        this.session = session;
    }

    /** How many rows there are of a kind. */
    long number(Kind kind) {
        EntityPath<?> rows = switch (kind) {
            case GROUP -> group;
            case STUDENT -> student;
            case LECTURER -> lecturer;
            case SUBJECT -> subject;
        };
        return session.select(count()).from(rows).single();
    }

    /** The first groups by name. */
    List<Found> groups(int most) {
        return first(group, group.id, group.name, most);
    }

    /** The first subjects by name. */
    List<Found> subjects(int most) {
        return first(subject, subject.id, subject.name, most);
    }

    /** The averages of these groups in these subjects, in no order; none where there are no grades. */
    List<GroupSubjectAverage> averages(List<Long> groupIds, List<Long> subjectIds) {
        return session.select(QGroupSubjectAverage.of(
                        grade.student().group().id, grade.subject().id, sum(grade.value), count()))
                .from(grade)
                .where(grade.student()
                        .group()
                        .id
                        .in(groupIds)
                        .and(grade.subject().id.in(subjectIds)))
                .groupBy(grade.student().group().id, grade.subject().id)
                .list();
    }

    /** How often each grade was given, lowest first; grades that were never given are left out. */
    List<GradeCount> distribution() {
        return session.select(QGradeCount.of(grade.value, count()))
                .from(grade)
                .groupBy(grade.value)
                .orderBy(grade.value.asc())
                .list();
    }

    /** The sum and number of a student's grades. */
    Average total(Long studentId) {
        return session.select(QAverage.of(coalesce(sum(grade.value), 0L), count()))
                .from(grade)
                .where(grade.student().id.eq(studentId))
                .single();
    }

    /** The newest grades of a student, newest first. */
    List<SubjectGrade> newest(Long studentId, int most) {
        return session.select(QSubjectGrade.of(grade.receivedOn, grade.subject().name, grade.value))
                .from(grade)
                .where(grade.student().id.eq(studentId))
                .orderBy(grade.receivedOn.desc(), grade.id.desc())
                .limit(most)
                .list();
    }

    private List<Found> first(EntityPath<?> entity, LongNum id, Text name, int most) {
        return byName(entity, id, name).on(session).limit(most).list().stream()
                .map(row -> new Found(row.get(id), row.get(name)))
                .toList();
    }

    static Query<Row> byName(EntityPath<?> entity, LongNum id, Text name) {
        return Query.select(id, name).from(entity).orderBy(name.byCodePoint().asc(), id.asc());
    }
}
