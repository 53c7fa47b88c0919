// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.report.chart;

import io.aludel.examples.gradebook.answer.Average;
import io.aludel.examples.gradebook.model.Grade;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Averages in one subject, a bar for each group, from 0 to 12.
 *
 * @param height in pixels, without the axis
 */
public record BarPanel(String subject, int height, List<Bar> bars) {
    private static final int ROW = 26;
    private static final int THICKNESS = 16;
    private static final int STEP = 3;
    private static final int MOST_PIXELS = 120;
    private static final int GAP = 10;

    /** A group's average in the subject, if it has grades. */
    public record GroupAverage(String group, Optional<Average> average) {}

    /**
     * One bar.
     *
     * @param label the name, shortened
     * @param width in percent
     * @param value the average as it is shown; empty without grades
     */
    public record Bar(String group, String label, int y, int middle, int thickness, String width, String value) {
        public boolean isKnown() {
            return !value.isEmpty();
        }
    }

    /** A line of the grid, and the number below it. */
    public record Tick(String x, int grade) {}

    public BarPanel {
        bars = List.copyOf(bars);
    }

    public static BarPanel of(String subject, List<GroupAverage> averages) {
        List<Bar> bars = new ArrayList<>();
        for (GroupAverage one : averages) {
            int top = bars.size() * ROW;
            bars.add(new Bar(
                    one.group(),
                    Label.shortened(one.group(), MOST_PIXELS),
                    top + (ROW - THICKNESS) / 2,
                    top + ROW / 2,
                    THICKNESS,
                    one.average()
                            .map(average -> Share.percent(average.sum(), average.count() * Grade.HIGHEST))
                            .orElse("0"),
                    one.average()
                            .map(average -> average.shown().toPlainString())
                            .orElse("")));
        }
        return new BarPanel(subject, ROW * bars.size(), bars);
    }

    /** What the bars leave free at their left, in pixels. */
    public static int labelWidth(List<String> groups) {
        return GAP
                + groups.stream()
                        .mapToInt(group -> Label.pixels(Label.shortened(group, MOST_PIXELS)))
                        .max()
                        .orElse(0);
    }

    public List<Tick> ticks() {
        List<Tick> ticks = new ArrayList<>();
        for (int grade = 0; grade <= Grade.HIGHEST; grade += STEP) {
            ticks.add(new Tick(Share.percent(grade, Grade.HIGHEST), grade));
        }
        return ticks;
    }

    /** The same in words. */
    public String text() {
        return bars.stream()
                .map(bar -> bar.group() + ": " + (bar.isKnown() ? bar.value() : "no grades"))
                .collect(Collectors.joining("; "));
    }
}
