// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.report;

import static io.aludel.core.query.Functions.coalesce;
import static io.aludel.core.query.Functions.count;
import static io.aludel.core.query.Functions.sum;
import static io.aludel.examples.gradebook.model.QGrade.grade;

import io.aludel.examples.gradebook.Kind;
import io.aludel.examples.gradebook.Lookup;
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
    private final Lookup lookup;

    ReportQueries(Session session) {
        this.session = session;
        this.lookup = new Lookup(session);
    }

    /** How many rows there are of a kind. */
    long number(Kind kind) {
        return session.select(count()).from(kind.entity()).single();
    }

    /** The first groups by name. */
    List<Found> groups(int most) {
        return lookup.first(Kind.GROUP, most);
    }

    /** The first subjects by name. */
    List<Found> subjects(int most) {
        return lookup.first(Kind.SUBJECT, most);
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
}
