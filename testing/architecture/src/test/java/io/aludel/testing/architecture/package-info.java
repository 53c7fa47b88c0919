// SPDX-License-Identifier: Apache-2.0

/**
 * Checks what no compiler checks: which module and package uses which, and what every source file must have.
 *
 * <p>Read {@link io.aludel.testing.architecture.LibraryModule} first: it is the table of modules. The compiled classes
 * of all of them are on the class path of these tests; sources and POMs are read from the project's folders.
 */
@NullMarked
package io.aludel.testing.architecture;

import org.jspecify.annotations.NullMarked;
