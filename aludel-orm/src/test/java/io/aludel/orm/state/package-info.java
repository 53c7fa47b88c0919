// SPDX-License-Identifier: Apache-2.0
/** The parts of a session's knowledge that need no database. */
@NullMarked
package io.aludel.orm.state;

import org.jspecify.annotations.NullMarked;
