// SPDX-License-Identifier: Apache-2.0

/** Session, identity map and unit of work. */
@NullMarked
package io.aludel.orm;

import org.jspecify.annotations.NullMarked;
