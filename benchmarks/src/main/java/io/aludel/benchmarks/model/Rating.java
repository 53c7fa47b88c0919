// SPDX-License-Identifier: Apache-2.0
package io.aludel.benchmarks.model;

import io.aludel.mapping.annotation.Projection;
import java.math.BigDecimal;

/** A student and the average of their grades. */
@Projection
public record Rating(String student, BigDecimal average) {}
