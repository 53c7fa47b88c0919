// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GradeColumnsTest {
    @ParameterizedTest
    @CsvSource({
        "0, 1, 1",
        "1, 1, 1",
        "5, 5, 1",
        "6, 6, 2",
        "7, 8, 2",
        "11, 15, 5",
        "49, 50, 10",
        "51, 60, 20",
        "44000, 50000, 10000"
    })
    void hasAnAxisOfRoundSteps(long most, long top, long step) {
        assertThat(Scale.upTo(most)).isEqualTo(new Scale(top, step));
    }

    @Test
    void standsOnTheAxisAndIsAsHighAsItsCount() {
        GradeColumns chart = GradeColumns.of(List.of(50L, 25L, 0L, 20L));

        assertThat(chart.columns())
                .extracting(GradeColumns.Column::y)
                .containsExactly(pixels("0.0"), pixels("110.0"), pixels("220.0"), pixels("132.0"));
        assertThat(chart.columns())
                .allSatisfy(
                        column -> assertThat(column.y().add(column.height())).isEqualByComparingTo(pixels("220")));
        assertThat(chart.ticks())
                .extracting(GradeColumns.Tick::label)
                .containsExactly("0", "10", "20", "30", "40", "50");
        assertThat(chart.ticks()).extracting(GradeColumns.Tick::y).first().isEqualTo(pixels("220.0"));
    }

    @Test
    void standsInTheMiddleOfItsPlace() {
        GradeColumns.Column second =
                GradeColumns.of(List.of(1L, 1L, 1L, 1L)).columns().get(1);

        assertThat(second.x()).isEqualTo("28.50");
        assertThat(second.width()).isEqualTo("18.00");
        assertThat(second.middle()).isEqualTo("37.50");
    }

    @Test
    void isToldInWords() {
        assertThat(GradeColumns.of(List.of(1500L, 0L)).text()).isEqualTo("1: 1,500; 2: 0");
    }

    private static BigDecimal pixels(String pixels) {
        return new BigDecimal(pixels);
    }
}
