// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.command;

import io.aludel.migrate.run.HistoryEntry;
import java.util.List;

/**
 * Where a database stands.
 *
 * @param place the database, for people
 * @param current the newest applied revisions: none, one, or one a branch
 * @param pending ids of what upgrade would apply, in order
 */
public record CurrentState(String place, List<HistoryEntry> current, List<String> pending) {}
