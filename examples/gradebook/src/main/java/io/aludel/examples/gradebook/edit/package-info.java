// SPDX-License-Identifier: Apache-2.0
/**
 * Rows made, listed, changed and removed by hand. {@link io.aludel.examples.gradebook.edit.Models} describes the five models as data;
 * {@link io.aludel.examples.gradebook.edit.Edits} does the same to each of them, in the caller's session; {@link
 * io.aludel.examples.gradebook.edit.Attempts} copes with others who edit at the same time.
 */
@NullMarked
package io.aludel.examples.gradebook.edit;

import org.jspecify.annotations.NullMarked;
