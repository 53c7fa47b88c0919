// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "999, 999",
        "1000, 1k",
        "1049, 1k",
        "1050, 1.1k",
        "9949, 9.9k",
        "9950, 10k",
        "43750, 44k",
        "524999, 525k",
        "999499, 999k",
        "999500, 1M",
        "1250000, 1.3M",
        "2000000000, 2G"
    })
    void isBrief(long count, String brief) {
        assertThat(Count.brief(count)).isEqualTo(brief);
    }

    @Test
    void isWrittenInTheSameDigitsInEveryCountry() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
        try {
            assertThat(Count.full(525_000)).isEqualTo("525,000");
            assertThat(Share.percent(1, 3)).isEqualTo("33.33");
            assertThat(Count.brief(525_000)).isEqualTo("525k");
        } finally {
            Locale.setDefault(before);
        }
    }
}
