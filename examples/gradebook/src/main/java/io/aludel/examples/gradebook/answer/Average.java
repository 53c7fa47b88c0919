// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.answer;

import io.aludel.mapping.annotation.Projection;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** The average of some grades, kept as their sum and count so that nothing is rounded before it is shown. */
@Projection
public record Average(long sum, long count) {
    private static final int PLACES = 2;

    /** With two places, half up: the same figure on every database. The count must not be 0. */
    public BigDecimal shown() {
        return BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(count), PLACES, RoundingMode.HALF_UP);
    }
}
