// SPDX-License-Identifier: Apache-2.0
/**
 * Which entities can be lazy references, and how: {@link io.aludel.processor.lazy.LazyRules} looks at a class and gives a {@link
 * io.aludel.processor.lazy.LazyPlan}. A reference is a subclass that loads itself when one of its methods is called, so everything that a subclass
 * cannot intercept matters here. Writes and reports nothing.
 */
@NullMarked
package io.aludel.processor.lazy;

import org.jspecify.annotations.NullMarked;
