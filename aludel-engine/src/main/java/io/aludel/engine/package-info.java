// SPDX-License-Identifier: Apache-2.0

/** Connections, transactions, statements and rows. */
@NullMarked
package io.aludel.engine;

import org.jspecify.annotations.NullMarked;
