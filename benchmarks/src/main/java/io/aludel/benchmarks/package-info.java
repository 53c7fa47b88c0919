// SPDX-License-Identifier: Apache-2.0

/** What things cost, measured with JMH. */
@NullMarked
package io.aludel.benchmarks;

import org.jspecify.annotations.NullMarked;
