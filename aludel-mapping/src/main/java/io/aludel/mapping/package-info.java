// SPDX-License-Identifier: Apache-2.0
/**
 * From classes annotated with Jakarta Persistence to what the rest works with. In: classes, read through {@code
 * io.aludel.mapping.source}. Out: one {@link io.aludel.mapping.model.EntityModel} an entity, the {@code Schema} that holds them all, and
 * the way from a statement over entities to one over tables. Start with {@code Model}.
 */
@NullMarked
package io.aludel.mapping;

import org.jspecify.annotations.NullMarked;
