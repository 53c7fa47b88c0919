// SPDX-License-Identifier: Apache-2.0

/**
 * A program that uses Aludel as named modules.
 *
 * <p>A unit test cannot notice a missing {@code opens}, {@code uses} or {@code exports}: its runner opens and reads what
 * it likes. {@code Main} is started by {@code ModulePathIT} on the built jars, with {@code java -p … -m …} and no other
 * option. What a user does on the module path belongs here.
 */
@NullMarked
package io.aludel.testing.modulepath;

import org.jspecify.annotations.NullMarked;
