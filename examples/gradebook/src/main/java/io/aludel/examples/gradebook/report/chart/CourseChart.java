// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.report.chart;

import io.aludel.examples.gradebook.answer.Average;
import io.aludel.examples.gradebook.model.Grade;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The grades of a student by date, a marker for each subject, and the average so far as a line. */
public record CourseChart(List<Dot> dots, List<Segment> line, List<Months.Tick> months, List<Key> keys) {
    private static final int HEIGHT = 260;
    /** By how much a grade is moved aside that would hide another one, in pixels. */
    private static final int ASIDE = 9;

    /** A grade. */
    public record Dot(String x, BigDecimal y, int aside, Marker marker, SubjectGrade grade) {}

    /** A piece of the line, from one day with grades to the next. */
    public record Segment(String fromX, BigDecimal fromY, String toX, BigDecimal toY) {}

    /** A line of the grid and its grade. */
    public record Tick(BigDecimal y, int grade) {}

    /** What a marker stands for. */
    public record Key(String subject, Marker marker) {}

    public CourseChart {
        dots = List.copyOf(dots);
        line = List.copyOf(line);
        months = List.copyOf(months);
        keys = List.copyOf(keys);
    }

    /**
     * @param grades in the order of their dates, one at least
     * @param averages so far: after each grade
     */
    public static CourseChart of(List<SubjectGrade> grades, List<Average> averages) {
        Months months =
                Months.around(grades.stream().map(SubjectGrade::receivedOn).toList());
        Map<String, Marker> markers = markers(grades);
        return new CourseChart(
                dots(grades, months, markers),
                line(grades, averages, months),
                months.ticks(),
                markers.entrySet().stream()
                        .map(entry -> new Key(entry.getKey(), entry.getValue()))
                        .toList());
    }

    /** By the subjects' names, so that a subject keeps its look when another grade comes first. */
    private static Map<String, Marker> markers(List<SubjectGrade> grades) {
        Map<String, Marker> markers = new LinkedHashMap<>();
        grades.stream()
                .map(SubjectGrade::subject)
                .distinct()
                .sorted()
                .forEach(subject -> markers.put(subject, Marker.of(markers.size())));
        return markers;
    }

    private static List<Dot> dots(List<SubjectGrade> grades, Months months, Map<String, Marker> markers) {
        Map<List<Object>, Integer> alike = new HashMap<>();
        List<Dot> dots = new ArrayList<>();
        for (SubjectGrade one : grades) {
            int before = alike.merge(List.of(one.receivedOn(), one.grade()), 1, Integer::sum) - 1;
            dots.add(new Dot(
                    months.across(one.receivedOn()),
                    down(new Average(one.grade(), 1)),
                    ASIDE * before,
                    markers.get(one.subject()),
                    one));
        }
        return dots;
    }

    private static List<Segment> line(List<SubjectGrade> grades, List<Average> averages, Months months) {
        // The last grade of a day gives the day's average.
        Map<LocalDate, Average> days = new LinkedHashMap<>();
        IntStream.range(0, grades.size()).forEach(i -> days.put(grades.get(i).receivedOn(), averages.get(i)));
        List<LocalDate> order = List.copyOf(days.keySet());
        return IntStream.range(1, order.size())
                .mapToObj(i -> new Segment(
                        months.across(order.get(i - 1)),
                        down(days.get(order.get(i - 1))),
                        months.across(order.get(i)),
                        down(days.get(order.get(i)))))
                .toList();
    }

    /** From the top, in pixels. */
    private static BigDecimal down(Average average) {
        long range = average.count() * (Grade.HIGHEST - Grade.LOWEST);
        return Share.pixels(HEIGHT, average.count() * Grade.HIGHEST - average.sum(), range);
    }

    public int height() {
        return HEIGHT;
    }

    public List<Tick> ticks() {
        return IntStream.rangeClosed(Grade.LOWEST, Grade.HIGHEST)
                .filter(grade -> grade == Grade.LOWEST || grade % 3 == 0)
                .mapToObj(grade -> new Tick(down(new Average(grade, 1)), grade))
                .toList();
    }
}
