// SPDX-License-Identifier: Apache-2.0
/** Tests of how mistakes are reported. */
@NullMarked
package io.aludel.mapping.problem;

import org.jspecify.annotations.NullMarked;
