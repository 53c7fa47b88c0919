// SPDX-License-Identifier: Apache-2.0

/** The gradebook's migrations, written by {@code aludel revision --autogenerate} and not edited. */
@NullMarked
package io.aludel.examples.gradebook.migration;

import org.jspecify.annotations.NullMarked;
