// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.command;

import io.aludel.migrate.run.HistoryEntry;
import io.aludel.migrate.script.Script;
import java.util.List;

/**
 * How the history of a database and the scripts stand to each other; where they do not agree, that too.
 *
 * @param place the database, for people
 * @param applied what it has, in the order in which it was applied
 * @param pending what an upgrade to all heads would apply, in order
 * @param unknown those applied that the scripts do not know
 * @param edited those applied whose scripts say something else now
 * @param heads ids of the newest revisions among the scripts, without those that another one brings along
 */
public record HistoryStatus(
        String place,
        List<HistoryEntry> applied,
        List<Script> pending,
        List<HistoryEntry> unknown,
        List<HistoryEntry> edited,
        List<String> heads) {}
