// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.expr;

import io.aludel.core.type.ValueType;
import java.util.Objects;

/**
 * A hole for a value, so that a statement is rendered once and executed for many rows.
 *
 * @param position which of the values given at execution fills it, counted from 0
 */
public record Parameter(int position, ValueType<?> type) implements Expression, Bind {
    public Parameter {
        Objects.requireNonNull(type, "type");
        if (position < 0) {
            throw new IllegalArgumentException("A parameter's position is " + position + "; it must be 0 or more.");
        }
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.parameter(this);
    }
}
