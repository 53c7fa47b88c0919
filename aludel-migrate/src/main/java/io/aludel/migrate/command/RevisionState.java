// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.command;

import io.aludel.migrate.run.HistoryEntry;
import java.util.List;
import java.util.Optional;

/**
 * A revision as {@code history} shows it.
 *
 * @param applied when and by whom; empty where it is pending
 */
public record RevisionState(
        String id,
        List<String> parents,
        String message,
        String fileName,
        boolean isHead,
        Optional<HistoryEntry> applied) {}
