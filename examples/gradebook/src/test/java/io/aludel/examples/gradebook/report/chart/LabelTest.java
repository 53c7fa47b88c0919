// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LabelTest {
    @Test
    void leavesANameAloneThatFits() {
        assertThat(Label.shortened("A-1", 120)).isEqualTo("A-1");
        assertThat(Label.shortened("", 120)).isEmpty();
    }

    @Test
    void keepsTheBeginningAndTheEndOfALongOne() {
        assertThat(Label.shortened("Group of the first year, English, morning (A)", 120))
                .isEqualTo("Group of…ning (A)");
        assertThat(Label.shortened("Group of the first year, English, morning (B)", 120))
                .isEqualTo("Group of…ning (B)");
    }

    @Test
    void takesBroadLettersForBroad() {
        assertThat(Label.shortened("W".repeat(50), 120)).isEqualTo("WWWWW…WWWW");
        assertThat(Label.shortened("i".repeat(50), 120)).hasSize(23);
        assertThat(Label.shortened("漢".repeat(50), 120)).isEqualTo("漢漢漢漢…漢漢漢漢");
    }

    @Test
    void cutsNoLetterInHalves() {
        String shortened = Label.shortened("😀".repeat(20) + "e\u0301".repeat(20), 120);

        assertThat(shortened).startsWith("😀").endsWith("e\u0301").contains("…");
        assertThat(shortened.codePoints()).noneMatch(one -> Character.getType(one) == Character.SURROGATE);
        assertThat(shortened.substring(shortened.indexOf('…') + 1)).startsWith("e");
    }

    @Test
    void isNeverBroaderThanItMayBe() {
        for (int most = 20; most < 200; most++) {
            assertThat(Label.pixels(Label.shortened("Mixed WWiillmm names, and more of them 漢漢", most)))
                    .isLessThanOrEqualTo(most);
        }
    }
}
