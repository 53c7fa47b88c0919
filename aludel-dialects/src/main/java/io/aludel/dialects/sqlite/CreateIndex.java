// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.sqlite;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What only the text of a {@code create index} says.
 *
 * @param parts the keys without {@code asc} and {@code desc}, as they were written
 * @param predicate what stands behind {@code where}
 */
record CreateIndex(List<String> parts, @Nullable String predicate) {}
