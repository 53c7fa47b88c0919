// SPDX-License-Identifier: Apache-2.0

/**
 * The order of revisions: ids, parents, labels and dependencies go in, paths up and down come out. Pure data, nothing here knows scripts or
 * databases. Read {@link io.aludel.migrate.graph.RevisionGraph}. Immutable and safe to share.
 */
@NullMarked
package io.aludel.migrate.graph;

import org.jspecify.annotations.NullMarked;
