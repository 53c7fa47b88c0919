// SPDX-License-Identifier: Apache-2.0
/** Entities that the tests of this module map. */
@NullMarked
package io.aludel.mapping.pets;

import org.jspecify.annotations.NullMarked;
