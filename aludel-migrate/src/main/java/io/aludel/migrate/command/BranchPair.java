// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.command;

import java.util.List;

/**
 * Two heads, and whether what leads to the one and what leads to the other can be done in either order.
 *
 * @param left the head that comes first in the alphabet
 * @param right the other
 * @param reasons why they collide, or why it cannot be told: each names the object, a line for people; empty where they commute
 */
public record BranchPair(String left, String right, Verdict verdict, List<String> reasons) {
    /** What can be said of two branches. */
    public enum Verdict {
        /** Both orders lead to the same schema. */
        COMMUTES,
        /** They touch the same object, so that the order matters or one keeps the other from being done. */
        COLLIDES,
        /** What one does to the schema, nobody knows. */
        CANNOT_TELL
    }

    public boolean commutes() {
        return verdict == Verdict.COMMUTES;
    }
}
