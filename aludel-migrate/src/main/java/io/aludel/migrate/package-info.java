// SPDX-License-Identifier: Apache-2.0

/** The difference between two schemas, and the revisions that lead from one to the other and back. */
@NullMarked
package io.aludel.migrate;

import org.jspecify.annotations.NullMarked;
