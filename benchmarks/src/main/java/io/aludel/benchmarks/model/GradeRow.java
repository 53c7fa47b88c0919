// SPDX-License-Identifier: Apache-2.0
package io.aludel.benchmarks.model;

import io.aludel.mapping.annotation.Projection;
import java.time.LocalDate;

/** A row of {@code grades}. */
@Projection
public record GradeRow(long id, long studentId, long subjectId, int value, LocalDate receivedOn) {}
