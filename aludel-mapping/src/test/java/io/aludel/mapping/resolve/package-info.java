// SPDX-License-Identifier: Apache-2.0
/** Tests of the way from entities to tables. */
@NullMarked
package io.aludel.mapping.resolve;

import org.jspecify.annotations.NullMarked;
