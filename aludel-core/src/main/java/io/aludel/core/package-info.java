// SPDX-License-Identifier: Apache-2.0

/** Types, expressions, schema, statements and the contract of a dialect; only data. */
@NullMarked
package io.aludel.core;

import org.jspecify.annotations.NullMarked;
