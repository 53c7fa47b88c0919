// SPDX-License-Identifier: Apache-2.0
/** The command line: comes in as arguments, goes out as text on the two streams and an exit code. */
@NullMarked
package io.aludel.examples.gradebook.command;

import org.jspecify.annotations.NullMarked;
