// SPDX-License-Identifier: Apache-2.0
/**
 * What comes out of the queries in {@code MySelect}: one record a kind of row. The annotation processor writes a class for each ({@code
 * QStudentAverage}, …) whose {@code of} is what a query selects. Averages are sum and count until they are shown: read {@link
 * io.aludel.examples.gradebook.answer.Average} first.
 */
@NullMarked
package io.aludel.examples.gradebook.answer;

import org.jspecify.annotations.NullMarked;
