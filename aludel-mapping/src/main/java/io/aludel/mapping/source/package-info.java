// SPDX-License-Identifier: Apache-2.0
/**
 * Classes as the mapping reads them: a {@link io.aludel.mapping.source.ClassSource} gives a {@link io.aludel.mapping.source.SourceClass} by
 * binary name, with its fields, methods and annotations as plain values. There are two readers, {@link
 * io.aludel.mapping.source.ReflectionClassSource} here and one over {@code javax.lang.model} in the processor; of one class they give equal
 * values, so that the mapping's rules exist once. Nothing here knows what an annotation means.
 */
@NullMarked
package io.aludel.mapping.source;

import org.jspecify.annotations.NullMarked;
