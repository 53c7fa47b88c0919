// SPDX-License-Identifier: Apache-2.0

/** Does what {@code docs/tutorial.md} says, and compares what is seen with what stands there. */
@NullMarked
package io.aludel.examples.gradebook.tutorial;

import org.jspecify.annotations.NullMarked;
