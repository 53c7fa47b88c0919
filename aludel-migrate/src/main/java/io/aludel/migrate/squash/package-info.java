// SPDX-License-Identifier: Apache-2.0
/**
 * Few operations in place of many: what a range of revisions does comes in, what does the same at once goes out. Begin with {@link
 * io.aludel.migrate.squash.Reduction}. Knows neither scripts nor databases.
 */
@NullMarked
package io.aludel.migrate.squash;

import org.jspecify.annotations.NullMarked;
