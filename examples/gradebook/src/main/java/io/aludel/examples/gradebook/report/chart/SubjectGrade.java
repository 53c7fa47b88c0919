// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.report.chart;

import io.aludel.mapping.annotation.Projection;
import java.time.LocalDate;

/** One grade of a student's course. */
@Projection
public record SubjectGrade(LocalDate receivedOn, String subject, int grade) {}
