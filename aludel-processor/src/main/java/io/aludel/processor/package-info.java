// SPDX-License-Identifier: Apache-2.0

/** Writes query classes, companions and projections while the model is compiled. */
@NullMarked
package io.aludel.processor;

import org.jspecify.annotations.NullMarked;
