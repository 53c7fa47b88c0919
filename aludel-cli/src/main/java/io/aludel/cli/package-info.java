// SPDX-License-Identifier: Apache-2.0

/** The aludel command. */
@NullMarked
package io.aludel.cli;

import org.jspecify.annotations.NullMarked;
