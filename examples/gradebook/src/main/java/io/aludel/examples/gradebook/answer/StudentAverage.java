// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.answer;

import io.aludel.mapping.annotation.Projection;
import java.math.BigDecimal;

/** A student's average grade, as sum and count. */
@Projection
public record StudentAverage(String student, long sum, long count) {
    /** With two places, half up. */
    public BigDecimal average() {
        return new Average(sum, count).shown();
    }
}
