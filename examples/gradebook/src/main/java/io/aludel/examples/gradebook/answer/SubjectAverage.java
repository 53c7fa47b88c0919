// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.answer;

import io.aludel.mapping.annotation.Projection;
import java.math.BigDecimal;

/** A student's average grade in one subject. */
@Projection
public record SubjectAverage(String student, String subject, BigDecimal average) {}
