// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.answer;

import io.aludel.mapping.annotation.Projection;
import java.math.BigDecimal;

/** A student's average grade. */
@Projection
public record StudentAverage(String student, BigDecimal average) {}
