// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.type;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Decimals as databases agree on them, where they compute with different precisions. */
enum FifteenDigits implements Conversion<BigDecimal, BigDecimal> {
    INSTANCE;

    private static final MathContext DIGITS = new MathContext(15, RoundingMode.HALF_UP);

    @Override
    public BigDecimal toStored(BigDecimal value) {
        return value;
    }

    @Override
    public BigDecimal fromStored(BigDecimal stored) {
        BigDecimal rounded = stored.round(DIGITS).stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }
}
