// SPDX-License-Identifier: Apache-2.0
/** The commands, as a user types them: what they print and how they end. */
@NullMarked
package io.aludel.examples.gradebook.command;

import org.jspecify.annotations.NullMarked;
