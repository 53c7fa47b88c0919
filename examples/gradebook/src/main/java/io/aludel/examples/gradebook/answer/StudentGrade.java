// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.answer;

import io.aludel.mapping.annotation.Projection;
import java.time.LocalDate;

/** One grade of a student. */
@Projection
public record StudentGrade(String student, int grade, LocalDate receivedOn) {}
