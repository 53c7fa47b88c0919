// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.run;

import java.time.Duration;
import java.time.Instant;

/**
 * A repeatable script as the ledger has it.
 *
 * @param checksum of what was executed; empty if that was begun and did not end
 */
public record RepeatedEntry(String name, String checksum, Instant appliedAt, Duration duration, String appliedBy) {}
