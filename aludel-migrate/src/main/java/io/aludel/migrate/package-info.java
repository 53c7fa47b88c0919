// SPDX-License-Identifier: Apache-2.0

/**
 * Migrations: the difference between two schemas, and the revisions that lead from one to the other and back. Read in this order:
 * {@code op} (operations as data), {@code diff} (a model and a database make operations), {@code graph} (the order of revisions), {@code
 * script} (operations as Java source and back), {@code run} (the ledger and the runner), {@code command} (what the command line offers,
 * with {@code Migrations} as the way in). This package itself holds only the root of their errors.
 */
@NullMarked
package io.aludel.migrate;

import org.jspecify.annotations.NullMarked;
