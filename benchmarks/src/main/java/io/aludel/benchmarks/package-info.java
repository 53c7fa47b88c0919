// SPDX-License-Identifier: Apache-2.0

/**
 * What things cost, measured with JMH: {@link io.aludel.benchmarks.Main} runs {@link io.aludel.benchmarks.Workload}s on each database, in {@code Rounds} in which
 * every {@link io.aludel.benchmarks.library.Library} has its turn, and writes {@code RESULTS.md}. {@code Gradebook} has the rows.
 */
@NullMarked
package io.aludel.benchmarks;

import org.jspecify.annotations.NullMarked;
