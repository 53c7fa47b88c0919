// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook;

import io.aludel.mapping.annotation.Projection;
import java.math.BigDecimal;

/** The record of {@code docs/queries.md}: a student's average, rounded by the database. */
@Projection
record StudentMean(String student, BigDecimal average) {}
