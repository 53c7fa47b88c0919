// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.report;

import io.aludel.mapping.annotation.Projection;

/** How often a grade was given. */
@Projection
record GradeCount(int grade, long count) {}
