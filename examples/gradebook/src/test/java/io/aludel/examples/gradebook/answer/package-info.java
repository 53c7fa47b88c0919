// SPDX-License-Identifier: Apache-2.0
/** How answers are rounded. */
@NullMarked
package io.aludel.examples.gradebook.answer;

import org.jspecify.annotations.NullMarked;
