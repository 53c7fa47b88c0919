// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.answer;

import io.aludel.mapping.annotation.Projection;
import java.math.BigDecimal;

/** The average grade of a group, as sum and count. */
@Projection
public record GroupAverage(String group, long sum, long count) {
    /** With two places, half up. */
    public BigDecimal average() {
        return new Average(sum, count).shown();
    }
}
