// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.command;

import io.aludel.migrate.op.Operation;
import io.aludel.migrate.run.HistoryEntry;
import java.util.List;
import java.util.Optional;

/**
 * All about one revision.
 *
 * @param applied when and by whom; empty where it is pending
 * @param edited whether its script says something else than what was applied
 * @param operations what its way up asks for, in order
 */
public record RevisionDetails(
        ScriptedRevision revision, Optional<HistoryEntry> applied, boolean edited, List<Operation> operations) {}
