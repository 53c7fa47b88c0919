// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.examples.gradebook.answer.Average;
import io.aludel.examples.gradebook.report.chart.BarPanel.Bar;
import io.aludel.examples.gradebook.report.chart.BarPanel.GroupAverage;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BarPanelTest {
    private static final BarPanel PANEL = BarPanel.of(
            "Algebra",
            List.of(
                    new GroupAverage("A-1", Optional.of(new Average(20, 3))),
                    new GroupAverage("A-2", Optional.empty()),
                    new GroupAverage("B-1", Optional.of(new Average(24, 2)))));

    @Test
    void isAsWideAsTheAverageIsOfTwelve() {
        assertThat(PANEL.bars()).extracting(Bar::width).containsExactly("55.56", "0", "100.00");
        assertThat(PANEL.bars()).extracting(Bar::value).containsExactly("6.67", "", "12.00");
    }

    @Test
    void hasNoBarWithoutGrades() {
        assertThat(PANEL.bars()).extracting(Bar::isKnown).containsExactly(true, false, true);
    }

    @Test
    void hasARowForEachGroup() {
        assertThat(PANEL.bars()).extracting(Bar::middle).containsExactly(13, 39, 65);
        assertThat(PANEL.height()).isEqualTo(78);
        assertThat(PANEL.ticks())
                .containsExactly(
                        new BarPanel.Tick("0.00", 0),
                        new BarPanel.Tick("25.00", 3),
                        new BarPanel.Tick("50.00", 6),
                        new BarPanel.Tick("75.00", 9),
                        new BarPanel.Tick("100.00", 12));
    }

    @Test
    void isToldInWords() {
        assertThat(PANEL.text()).isEqualTo("A-1: 6.67; A-2: no grades; B-1: 12.00");
    }

    @Test
    void leavesRoomForTheWidestName() {
        assertThat(BarPanel.labelWidth(List.of("A-1", "Abc"))).isEqualTo(10 + Label.pixels("Abc"));
        assertThat(BarPanel.labelWidth(List.of("W".repeat(50)))).isBetween(100, 130);
        assertThat(BarPanel.labelWidth(List.of())).isEqualTo(10);
    }
}
