// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.expr;

import io.aludel.core.type.ValueType;
import java.util.Objects;

/** {@code not (condition)}. */
public record Not(Expression condition) implements Expression {
    public Not {
        Objects.requireNonNull(condition, "condition");
    }

    @Override
    public ValueType<?> type() {
        return ValueType.BOOLEAN;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.not(this);
    }
}
