// SPDX-License-Identifier: Apache-2.0
/** The questions' choices and the formats of their answers. */
@NullMarked
package io.aludel.examples.gradebook.question;

import org.jspecify.annotations.NullMarked;
