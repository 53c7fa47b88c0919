// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CountedTest {
    @Test
    void countsOneInTheSingularAndAllElseInThePlural() {
        assertThat(Counted.of(0, "grade")).isEqualTo("0 grades");
        assertThat(Counted.of(1, "grade")).isEqualTo("1 grade");
        assertThat(Counted.of(12, "grade")).isEqualTo("12 grades");
        assertThat(new Seed.Made(3, 1, 2, 1, 0).inWords())
                .isEqualTo("3 groups, 1 student, 2 lecturers, 1 subject and 0 grades");
    }

    @Test
    void listsWithAnAndBeforeTheLast() {
        assertThat(Counted.listed(List.of("2"))).isEqualTo("2");
        assertThat(Counted.listed(List.of("2", "3"))).isEqualTo("2 and 3");
        assertThat(Counted.listed(List.of("2", "3", "7"))).isEqualTo("2, 3 and 7");
    }
}
