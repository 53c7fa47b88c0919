// SPDX-License-Identifier: Apache-2.0

/**
 * Students, groups, lecturers, subjects and grades in one database. A DSN goes in; a {@link io.aludel.examples.gradebook.Gradebook} comes out,
 * which makes the tables, fills them ({@link io.aludel.examples.gradebook.Seed}) and opens sessions. In a session, {@link
 * io.aludel.examples.gradebook.MySelect} answers the homework's questions: read it first. {@link io.aludel.examples.gradebook.Lookup} finds
 * the row that a user means by a name or an id.
 *
 * <p>Uses {@code model}, {@code answer} and {@code migration}, and none of the packages that use it: {@code question}, {@code edit}, {@code
 * report} and {@code command}. What the user can mend is thrown as {@link io.aludel.examples.gradebook.GradebookException}, with the
 * message that is shown.
 */
@NullMarked
package io.aludel.examples.gradebook;

import org.jspecify.annotations.NullMarked;
