// SPDX-License-Identifier: Apache-2.0

/** A program that is started on the built modules. */
@NullMarked
package io.aludel.testing.modulepath;

import org.jspecify.annotations.NullMarked;
