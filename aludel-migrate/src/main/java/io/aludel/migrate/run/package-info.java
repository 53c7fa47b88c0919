// SPDX-License-Identifier: Apache-2.0

/**
 * Revisions meet a database: {@link io.aludel.migrate.run.MigrationRunner} brings it up and down under a lock, one transaction a
 * revision, and writes into the {@link io.aludel.migrate.run.Ledger} what was done; {@link io.aludel.migrate.run.Replay} and {@link
 * io.aludel.migrate.run.SqlText} do without a database. One thread at a time; there is no state of the process, so two runs in one JVM
 * do not meet but at the lock.
 */
@NullMarked
package io.aludel.migrate.run;

import org.jspecify.annotations.NullMarked;
