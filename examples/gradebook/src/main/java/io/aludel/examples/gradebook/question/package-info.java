// SPDX-License-Identifier: Apache-2.0
/** The questions: what each is about, and its answer as a table, which can be printed. */
@NullMarked
package io.aludel.examples.gradebook.question;

import org.jspecify.annotations.NullMarked;
