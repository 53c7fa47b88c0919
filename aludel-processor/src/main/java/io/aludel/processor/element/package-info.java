// SPDX-License-Identifier: Apache-2.0
/**
 * The compiler's view of classes as the mapping reads them: {@link io.aludel.processor.element.ElementClassSource}. Decides nothing; what it
 * gives equals what {@code ReflectionClassSource} gives of the compiled class.
 */
@NullMarked
package io.aludel.processor.element;

import org.jspecify.annotations.NullMarked;
