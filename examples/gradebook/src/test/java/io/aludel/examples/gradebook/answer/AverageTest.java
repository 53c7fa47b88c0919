// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AverageTest {
    @Test
    void isShownWithTwoPlacesHalfUp() {
        assertThat(shown(65, 8)).as("8.125").isEqualTo("8.13");
        assertThat(shown(67, 8)).as("8.375").isEqualTo("8.38");
        assertThat(shown(1627, 200))
                .as("8.135, which is less as a binary fraction")
                .isEqualTo("8.14");
        assertThat(shown(20, 3)).isEqualTo("6.67");
        assertThat(shown(4, 3)).isEqualTo("1.33");
        assertThat(shown(17, 2)).isEqualTo("8.50");
        assertThat(shown(12, 1)).isEqualTo("12.00");
    }

    private static String shown(long sum, long count) {
        return new Average(sum, count).shown().toString();
    }
}
