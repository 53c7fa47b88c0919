// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.answer;

import io.aludel.mapping.annotation.Projection;
import java.math.BigDecimal;

/** The average grade that a lecturer gives. */
@Projection
public record LecturerAverage(String lecturer, BigDecimal average) {}
