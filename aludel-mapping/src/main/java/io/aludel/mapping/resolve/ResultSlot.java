// SPDX-License-Identifier: Apache-2.0
package io.aludel.mapping.resolve;

import io.aludel.core.type.ValueType;
import io.aludel.mapping.EntityType;

/** What one item of a select gives, and from which columns of the result; columns are counted from 0. */
public sealed interface ResultSlot permits ResultSlot.OfEntity, ResultSlot.OfValue {
    /**
     * An entity, in the layout of {@link EntityType#columns()}. There is none in the row if its identifier is NULL.
     *
     * @param width how many columns it has
     */
    record OfEntity(EntityType<?> entity, int firstColumn, int width) implements ResultSlot {}

    /** A value. */
    record OfValue(ValueType<?> type, int column) implements ResultSlot {}
}
