// SPDX-License-Identifier: Apache-2.0
/**
 * Typed SQL: a thin surface over the nodes of {@code io.aludel.core.expr}, whose point is that what makes no sense does not compile. {@link
 * io.aludel.core.query.Expr} has one small class per kind of value; {@link io.aludel.core.query.Query} is the builder, {@link
 * io.aludel.core.query.Functions} holds functions. Classes generated for entities extend {@link
 * io.aludel.core.query.EntityPath}. Everything is immutable and safe to share: a call on a query gives a new query.
 */
@NullMarked
package io.aludel.core.query;

import org.jspecify.annotations.NullMarked;
