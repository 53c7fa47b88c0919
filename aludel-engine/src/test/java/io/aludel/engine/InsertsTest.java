// SPDX-License-Identifier: Apache-2.0
package io.aludel.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InsertsTest {
    @Test
    void keysThatCameBackInAnyOrderAreThoseOfTheRowsInTheirOrder() {
        assertThat(Inserts.inRowOrder(new long[] {3, 1, 2})).containsExactly(1, 2, 3);
        assertThat(Inserts.inRowOrder(new long[] {7})).containsExactly(7);
        assertThat(Inserts.inRowOrder(new long[0])).isEmpty();
    }

    @Test
    void keysThatCountDownStayAsTheyCame() {
        assertThat(Inserts.inRowOrder(new long[] {-1, -2, -3})).containsExactly(-1, -2, -3);
    }
}
