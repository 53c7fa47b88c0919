// SPDX-License-Identifier: Apache-2.0
/**
 * The gradebook, as far as benchmarks need it: entities ({@link io.aludel.benchmarks.model.Student} first), and the records that every library has to make of
 * their rows.
 */
@NullMarked
package io.aludel.benchmarks.model;

import org.jspecify.annotations.NullMarked;
