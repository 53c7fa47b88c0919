// SPDX-License-Identifier: Apache-2.0
/**
 * From a statement over entities to one over tables: {@link io.aludel.mapping.resolve.StatementResolver} replaces entities by tables, attributes by
 * columns, walks along associations by joins, and says which columns of the result make which entity or value. Begin there; {@code Scope} is where joins
 * come from. What comes out is all that a dialect's renderer accepts.
 */
@NullMarked
package io.aludel.mapping.resolve;

import org.jspecify.annotations.NullMarked;
