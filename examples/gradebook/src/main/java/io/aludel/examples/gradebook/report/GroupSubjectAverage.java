// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.report;

import io.aludel.mapping.annotation.Projection;

/** The average of a group in a subject, as sum and count. */
@Projection
record GroupSubjectAverage(Long groupId, Long subjectId, long sum, long count) {}
