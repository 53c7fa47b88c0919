// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.command;

import io.aludel.migrate.run.HistoryEntry;
import java.util.List;
import java.util.Optional;

/**
 * A revision as {@code history} shows it.
 *
 * @param labels that it has itself
 * @param isHead whether no other revision stands on it
 * @param isCurrent whether it is applied, and nothing that stands or depends on it
 * @param applied when and by whom; empty where it is pending
 */
public record RevisionState(
        String id,
        List<String> parents,
        List<String> labels,
        String message,
        String fileName,
        boolean isHead,
        boolean isCurrent,
        Optional<HistoryEntry> applied) {}
