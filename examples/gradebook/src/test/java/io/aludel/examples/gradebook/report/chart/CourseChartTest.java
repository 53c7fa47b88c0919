// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.examples.gradebook.answer.Average;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CourseChartTest {
    private static final CourseChart CHART = CourseChart.of(
            List.of(
                    grade("2025-11-01", "Physics", 12),
                    grade("2025-11-16", "Algebra", 1),
                    grade("2025-11-16", "Physics", 1),
                    grade("2025-12-01", "Algebra", 8)),
            List.of(new Average(12, 1), new Average(13, 2), new Average(14, 3), new Average(22, 4)));

    @Test
    void putsEachGradeAtItsDayAndItsHeight() {
        assertThat(CHART.dots()).extracting(CourseChart.Dot::x).containsExactly("0.00", "24.59", "24.59", "49.18");
        assertThat(CHART.dots())
                .extracting(CourseChart.Dot::y)
                .containsExactly(pixels("0.0"), pixels("260.0"), pixels("260.0"), pixels("94.5"));
    }

    @Test
    void movesAGradeAsideThatWouldHideAnother() {
        assertThat(CHART.dots()).extracting(CourseChart.Dot::aside).containsExactly(0, 0, 9, 0);
    }

    @Test
    void drawsTheAverageAfterEachDay() {
        assertThat(CHART.line())
                .containsExactly(
                        new CourseChart.Segment("0.00", pixels("0.0"), "24.59", pixels("173.3")),
                        new CourseChart.Segment("24.59", pixels("173.3"), "49.18", pixels("153.6")));
    }

    @Test
    void givesEachSubjectALookOfItsOwn() {
        assertThat(CHART.keys()).extracting(CourseChart.Key::subject).containsExactly("Algebra", "Physics");
        assertThat(CHART.dots())
                .extracting(CourseChart.Dot::marker)
                .containsExactly(Marker.of(1), Marker.of(0), Marker.of(1), Marker.of(0));
        assertThat(IntStream.range(0, 64).mapToObj(Marker::of)).doesNotHaveDuplicates();
        assertThat(IntStream.range(0, 8).mapToObj(Marker::of).map(Marker::form)).doesNotHaveDuplicates();
        assertThat(IntStream.range(0, 8).mapToObj(Marker::of).map(Marker::colour))
                .doesNotHaveDuplicates();
    }

    @Test
    void namesTheMonthsAndTheYearsWhereTheyBegin() {
        assertThat(months("2025-09-03", "2026-05-29"))
                .extracting(Months.Tick::month)
                .containsExactly("Sep", "Oct", "Nov", "Dec", "Jan", "Feb", "Mar", "Apr", "May");
        assertThat(months("2025-09-03", "2026-05-29"))
                .extracting(Months.Tick::year)
                .containsExactly("2025", "", "", "", "2026", "", "", "", "");
        assertThat(months("2025-10-03", "2025-10-03")).containsExactly(new Months.Tick("0.00", "Oct", "2025"));
    }

    @Test
    void namesFewerMonthsOfALongerTime() {
        assertThat(months("2025-09-30", "2026-08-01"))
                .extracting(Months.Tick::month)
                .containsExactly("Sep", "Nov", "Jan", "Mar", "May", "Jul");
        assertThat(months("2021-02-01", "2025-12-31"))
                .extracting(Months.Tick::year)
                .containsExactly("2022", "2023", "2024", "2025");
        assertThat(months("1900-02-01", "2026-12-31"))
                .extracting(Months.Tick::year)
                .containsExactly("1920", "1940", "1960", "1980", "2000", "2020");
        assertThat(months("0001-01-01", "9999-12-31")).hasSizeBetween(1, 9);
    }

    private static List<Months.Tick> months(String first, String last) {
        return Months.around(List.of(LocalDate.parse(first), LocalDate.parse(last)))
                .ticks();
    }

    private static SubjectGrade grade(String day, String subject, int grade) {
        return new SubjectGrade(LocalDate.parse(day), subject, grade);
    }

    private static BigDecimal pixels(String pixels) {
        return new BigDecimal(pixels);
    }
}
