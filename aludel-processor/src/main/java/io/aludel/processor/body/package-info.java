// SPDX-License-Identifier: Apache-2.0
/**
 * What can be known of methods from their source. {@link io.aludel.processor.body.MethodBodies} asks; javac answers through {@code
 * com.sun.source}, other compilers do not, and then nothing is known. Only {@link io.aludel.processor.body.JavacMethodBodies} and the classes that it alone
 * uses name that API, so that the processor runs where there is none.
 */
@NullMarked
package io.aludel.processor.body;

import org.jspecify.annotations.NullMarked;
