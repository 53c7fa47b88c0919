// SPDX-License-Identifier: Apache-2.0
/** What the ten questions are answered with: one record a kind of row, filled by the queries in {@code MySelect}. */
@NullMarked
package io.aludel.examples.gradebook.answer;

import org.jspecify.annotations.NullMarked;
