// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.answer;

import io.aludel.mapping.annotation.Projection;
import java.math.BigDecimal;

/** A group's average grade. */
@Projection
public record GroupAverage(String group, BigDecimal average) {}
