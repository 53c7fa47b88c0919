// SPDX-License-Identifier: Apache-2.0
/** The gradebook's answers against answers computed in plain Java, its migrations and its commands, on every database. */
@NullMarked
package io.aludel.examples.gradebook;

import org.jspecify.annotations.NullMarked;
