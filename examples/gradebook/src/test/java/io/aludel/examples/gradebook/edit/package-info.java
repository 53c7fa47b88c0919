// SPDX-License-Identifier: Apache-2.0
/** Rows edited by hand: what is typed and what is seen, what names can be, and what happens where two edit at once, on every database. */
@NullMarked
package io.aludel.examples.gradebook.edit;

import org.jspecify.annotations.NullMarked;
