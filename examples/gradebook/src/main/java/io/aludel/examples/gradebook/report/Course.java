// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.report;

import io.aludel.examples.gradebook.Lookup.Found;
import io.aludel.examples.gradebook.answer.Average;
import io.aludel.examples.gradebook.report.chart.SubjectGrade;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A student's course over the year.
 *
 * @param total of all the student's grades
 * @param grades the newest of them, oldest first
 */
record Course(Found student, Average total, List<SubjectGrade> grades) {
    Course {
        grades = List.copyOf(grades);
    }

    static Course read(ReportQueries queries, Found student, int most) {
        List<SubjectGrade> grades = new ArrayList<>(queries.newest(student.id(), most));
        Collections.reverse(grades);
        return new Course(student, queries.total(student.id()), grades);
    }

    /** The averages after each of these grades; of all the student's grades until then, those that are not shown too. */
    List<Average> averages() {
        long sum = total.sum() - grades.stream().mapToLong(SubjectGrade::grade).sum();
        long count = total.count() - grades.size();
        List<Average> averages = new ArrayList<>();
        for (SubjectGrade one : grades) {
            sum += one.grade();
            count++;
            averages.add(new Average(sum, count));
        }
        return averages;
    }
}
