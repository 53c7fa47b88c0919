// SPDX-License-Identifier: Apache-2.0
/** The lecture's printed output, on every database. */
@NullMarked
package io.aludel.examples.lecture;

import org.jspecify.annotations.NullMarked;
