// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.report.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** How often each grade was given, a column for each grade. */
public record GradeColumns(List<Column> columns, List<Tick> ticks) {
    private static final int HEIGHT = 220;
    /** The part of its place that a column takes, in percent. */
    private static final int BREADTH = 72;

    /**
     * One column.
     *
     * @param x its left edge in percent
     * @param middle of its place, in percent
     * @param label its count, in a few characters
     */
    public record Column(
            int grade,
            String count,
            String x,
            String width,
            String middle,
            BigDecimal y,
            BigDecimal height,
            String label) {}

    /** A line of the grid and its count. */
    public record Tick(BigDecimal y, String label) {}

    public GradeColumns {
        columns = List.copyOf(columns);
        ticks = List.copyOf(ticks);
    }

    /** @param counts of the grades from 1 on */
    public static GradeColumns of(List<Long> counts) {
        Scale scale =
                Scale.upTo(counts.stream().mapToLong(Long::longValue).max().orElse(0));
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < counts.size(); i++) {
            columns.add(column(i, counts.get(i), counts.size(), scale));
        }
        return new GradeColumns(
                columns,
                scale.ticks().stream()
                        .map(tick -> new Tick(down(tick, scale), Count.brief(tick)))
                        .toList());
    }

    private static Column column(int index, long count, int places, Scale scale) {
        // In hundredths of a place.
        int left = 100 * index + (100 - BREADTH) / 2;
        BigDecimal y = down(count, scale);
        return new Column(
                index + 1,
                Count.full(count),
                Share.percent(left, 100L * places),
                Share.percent(BREADTH, 100L * places),
                Share.percent(100 * index + 50, 100L * places),
                y,
                BigDecimal.valueOf(HEIGHT).subtract(y),
                Count.brief(count));
    }

    /** From the top, in pixels. */
    private static BigDecimal down(long count, Scale scale) {
        return Share.pixels(HEIGHT, scale.top() - count, scale.top());
    }

    public int height() {
        return HEIGHT;
    }

    /** The same in words. */
    public String text() {
        return columns.stream()
                .map(column -> column.grade() + ": " + column.count())
                .collect(Collectors.joining("; "));
    }
}
