// SPDX-License-Identifier: Apache-2.0
/**
 * Expressions and the statements they nest in, as immutable data. They come from the typed surface in {@code
 * io.aludel.core.query} or from our own code, and go to a renderer, which is an {@link io.aludel.core.expr.Expression.Visitor}.
 *
 * <p>Two stages: a statement over <em>entities</em> holds {@link io.aludel.core.expr.AttributeRef}s and {@link
 * io.aludel.core.expr.EntitySource}s; the mapping resolves it into one over <em>tables</em>, which is all that renderers accept.
 * Read first: {@link io.aludel.core.expr.Expression}, {@link io.aludel.core.expr.Statement}, {@link io.aludel.core.expr.Select}.
 * Everything here is safe to share between threads.
 */
@NullMarked
package io.aludel.core.expr;

import org.jspecify.annotations.NullMarked;
