// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.schema;

import org.jspecify.annotations.Nullable;

/**
 * How a sequence or an identity column counts.
 *
 * @param minimum null for what direction and type give
 * @param maximum as {@code minimum}
 * @param cache how many numbers a session takes at once, 1 at least; those that it does not use are lost
 * @param cycle begins anew when it has come to its end; otherwise that is an error
 */
public record Numbering(
        long start,
        long increment,
        @Nullable Long minimum,
        @Nullable Long maximum,
        long cache,
        boolean cycle) {
    /** 1, 2, 3. */
    public static final Numbering STANDARD = of(1, 1);

    public Numbering {
        if (increment == 0) {
            throw new SchemaException("A numbering increments by 0; use another step.");
        }
        if (cache < 1) {
            throw new SchemaException("A numbering has a cache of " + cache + "; it is 1 at least.");
        }
    }

    /** Number by number, as far as the type goes. */
    public static Numbering of(long start, long increment) {
        return new Numbering(start, increment, null, null, 1, false);
    }

    /** The same between these bounds; null for what direction and type give. */
    public Numbering within(@Nullable Long minimum, @Nullable Long maximum) {
        return new Numbering(start, increment, minimum, maximum, cache, cycle);
    }

    public Numbering withCache(long cache) {
        return new Numbering(start, increment, minimum, maximum, cache, cycle);
    }

    public Numbering withCycle(boolean cycle) {
        return new Numbering(start, increment, minimum, maximum, cache, cycle);
    }
}
