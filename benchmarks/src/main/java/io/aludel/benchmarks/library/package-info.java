// SPDX-License-Identifier: Apache-2.0
/**
 * The libraries that are compared: each does the same work through {@link io.aludel.benchmarks.library.Library}, in the way that its manual shows. {@link
 * io.aludel.benchmarks.library.PlainJdbc} is what the others are divided by.
 */
@NullMarked
package io.aludel.benchmarks.library;

import org.jspecify.annotations.NullMarked;
