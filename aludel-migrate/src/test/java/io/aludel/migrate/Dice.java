// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate;

import java.util.List;
import java.util.Random;

/** Chance that is the same for the same seed. */
final class Dice {
    private final Random random;

    Dice(long seed) {
        this.random = new Random(seed);
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    /** From 0 up to below the bound. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    @SafeVarargs
    final <T> T oneOf(T... all) {
        return all[below(all.length)];
    }

    <T> T oneOf(List<T> all) {
        return all.get(below(all.size()));
    }
}
