// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.report;

import io.aludel.examples.gradebook.answer.Average;
import io.aludel.examples.gradebook.report.chart.CourseChart;
import io.aludel.examples.gradebook.report.chart.SubjectGrade;
import java.util.List;
import java.util.stream.IntStream;

/** A student's course as the template needs it. */
record CourseView(String student, String average, CourseChart chart, List<Line> lines, String note) {
    /**
     * A line of the table.
     *
     * @param soFar the average after this grade
     */
    record Line(String day, String subject, int grade, String soFar) {}

    /** @param course with one grade at least */
    static CourseView of(Course course) {
        List<SubjectGrade> grades = course.grades();
        List<Average> averages = course.averages();
        return new CourseView(
                course.student().name(),
                course.total().shown().toPlainString(),
                CourseChart.of(grades, averages),
                IntStream.range(0, grades.size())
                        .mapToObj(i -> line(grades.get(i), averages.get(i)))
                        .toList(),
                PartNote.of("newest", grades.size(), course.total().count(), "grades"));
    }

    private static Line line(SubjectGrade grade, Average soFar) {
        return new Line(
                grade.receivedOn().toString(),
                grade.subject(),
                grade.grade(),
                soFar.shown().toPlainString());
    }
}
