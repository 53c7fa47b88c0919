// SPDX-License-Identifier: Apache-2.0
/**
 * SQL text taken apart, where there is no way around text: a condition or default that a user wrote, a statement that a database kept.
 * {@link io.aludel.core.parse.Tokenizer} cuts text into {@link io.aludel.core.parse.Token}s with their positions, by the {@link
 * io.aludel.core.parse.Lexis} of the database; {@link io.aludel.core.parse.ConditionParser} reads a condition into the expression
 * tree, or says why it cannot. Everything here but {@link io.aludel.core.parse.TokenCursor} is safe to share between threads.
 */
@NullMarked
package io.aludel.core.parse;

import org.jspecify.annotations.NullMarked;
