// SPDX-License-Identifier: Apache-2.0
/**
 * Mistakes in a mapping, as data: all of them are collected as {@link io.aludel.mapping.problem.MappingProblem}s, then reported together,
 * by the processor at the members that they are about, at run time in one {@link io.aludel.mapping.problem.MappingException}.
 */
@NullMarked
package io.aludel.mapping.problem;

import org.jspecify.annotations.NullMarked;
