// SPDX-License-Identifier: Apache-2.0

/** Students, groups, lecturers, subjects and grades. */
@NullMarked
package io.aludel.examples.gradebook;

import org.jspecify.annotations.NullMarked;
