// SPDX-License-Identifier: Apache-2.0
/**
 * The twelve questions as a user asks them. Names or ids go in as {@link io.aludel.examples.gradebook.question.Choices}; a {@link
 * io.aludel.examples.gradebook.question.Question} asks {@code MySelect} about them, and gives an {@link
 * io.aludel.examples.gradebook.question.Answer}, columns and rows, which an {@link io.aludel.examples.gradebook.question.AnswerFormat} prints
 * as a table, JSON or CSV. Knows nothing of the command line.
 */
@NullMarked
package io.aludel.examples.gradebook.question;

import org.jspecify.annotations.NullMarked;
