// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.expr;

import io.aludel.core.type.AttributeType;
import io.aludel.core.type.ValueType;
import java.util.Objects;

/**
 * A value. In queries and changes it is always a bind parameter; in DDL, where databases allow none, the dialect writes it as a quoted
 * literal.
 *
 * @param value never null: SQL's NULL is {@link NullLiteral}
 */
public record Value(Object value, ValueType<?> type) implements Expression, Bind {
    public Value {
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(type, "type");
        if (!(type instanceof AttributeType) && !type.javaType().isInstance(value)) {
            throw new IllegalArgumentException(
                    "The value is a " + value.getClass().getName() + ", but its type says "
                            + type.javaType().getName() + ".");
        }
    }

    /** Whether it is an object that stands for its row: what is bound is its identifier. */
    public boolean isEntity() {
        return type instanceof AttributeType<?> attribute
                && attribute.attribute().isEmpty();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.value(this);
    }
}
