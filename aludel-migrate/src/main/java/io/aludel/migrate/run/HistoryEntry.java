// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.run;

import java.time.Duration;
import java.time.Instant;

/**
 * One applied revision, as the database's ledger has it.
 *
 * @param ordinal its place in the order of application, counted from 1
 * @param checksum of the operations that were executed
 * @param appliedBy the name of the user of the operating system
 */
public record HistoryEntry(
        String revision,
        int ordinal,
        String message,
        String checksum,
        Instant appliedAt,
        Duration duration,
        String appliedBy) {}
