// SPDX-License-Identifier: Apache-2.0
/** The parts of a flush that need no database. */
@NullMarked
package io.aludel.orm.flush;

import org.jspecify.annotations.NullMarked;
