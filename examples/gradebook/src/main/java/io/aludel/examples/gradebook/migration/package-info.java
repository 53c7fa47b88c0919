// SPDX-License-Identifier: Apache-2.0

/**
 * The history of the tables, one class a revision, oldest first by {@code parent}: written by {@code aludel revision --autogenerate} from what
 * changed in {@code model}, and never edited afterwards. {@code Gradebook.migrate} runs those that a database lacks.
 */
@NullMarked
package io.aludel.examples.gradebook.migration;

import org.jspecify.annotations.NullMarked;
