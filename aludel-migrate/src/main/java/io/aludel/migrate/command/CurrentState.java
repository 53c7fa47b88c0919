// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.command;

import io.aludel.migrate.run.HistoryEntry;
import java.util.List;

/**
 * Where a database stands.
 *
 * @param place the database, for people
 * @param current the newest applied revisions: none, one, or one a branch
 * @param pending ids of what an upgrade to all heads would apply, in order
 * @param heads ids of the newest revisions among the scripts, without those that another one brings along
 */
public record CurrentState(String place, List<HistoryEntry> current, List<String> pending, List<String> heads) {
    /** Whether nothing is to be applied. */
    public boolean isAtHeads() {
        return pending.isEmpty();
    }
}
