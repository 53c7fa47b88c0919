// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.report.chart;

import java.util.List;
import java.util.stream.LongStream;

/** An axis of counts from 0, with round steps. */
record Scale(long top, long step) {
    private static final int MOST_STEPS = 5;
    private static final List<Integer> ROUND = List.of(1, 2, 5);

    /** The finest of the steps 1, 2, 5, 10, 20, 50, … that makes an axis of at most five steps. */
    static Scale upTo(long most) {
        for (long power = 1; ; power *= 10) {
            for (int round : ROUND) {
                long step = round * power;
                long steps = Math.max(1, (most + step - 1) / step);
                if (steps <= MOST_STEPS) {
                    return new Scale(steps * step, step);
                }
            }
        }
    }

    /** From 0 to the top. */
    List<Long> ticks() {
        return LongStream.iterate(0, tick -> tick <= top, tick -> tick + step)
                .boxed()
                .toList();
    }
}
