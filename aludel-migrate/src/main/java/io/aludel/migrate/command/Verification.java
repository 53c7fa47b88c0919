// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.command;

import java.util.List;

/**
 * What came of trying every revision up, down and up again in an empty database.
 *
 * @param revisions those that were tried, in order
 * @param untried ids of the others: after one that is not sound, nothing can be said of what stands on it
 */
public record Verification(List<Tried> revisions, List<String> untried) {
    public Verification {
        revisions = List.copyOf(revisions);
        untried = List.copyOf(untried);
    }

    /**
     * One revision.
     *
     * @param irreversible why it has no way down; empty where it has one
     * @param leftByDown what its way down leaves undone, in words; nothing, if it undoes what the way up did
     * @param leftByUp what its second way up does otherwise than the first
     */
    public record Tried(
            String id, String message, String irreversible, List<String> leftByDown, List<String> leftByUp) {
        /** Whether its way down undoes its way up, as far as the schema tells. */
        public boolean isSound() {
            return leftByDown.isEmpty() && leftByUp.isEmpty();
        }
    }

    /** Whether all are. */
    public boolean isSound() {
        return revisions.stream().allMatch(Tried::isSound);
    }
}
