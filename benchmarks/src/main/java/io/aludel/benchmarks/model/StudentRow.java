// SPDX-License-Identifier: Apache-2.0
package io.aludel.benchmarks.model;

import io.aludel.mapping.annotation.Projection;

/** A row of {@code students}. */
@Projection
public record StudentRow(long id, String fullName, long groupId) {}
