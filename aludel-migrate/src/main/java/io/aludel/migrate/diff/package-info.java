// SPDX-License-Identifier: Apache-2.0

/**
 * The difference between a model and a live database: two schemas go in, operations come out, in an order that a database takes. Equal
 * tables cost nothing; what differs in text is tried out in a scratch place, so that only true differences remain, and what cannot be
 * judged is said to be so. Read {@link io.aludel.migrate.diff.SchemaDiffer}. Results are immutable.
 */
@NullMarked
package io.aludel.migrate.diff;

import org.jspecify.annotations.NullMarked;
