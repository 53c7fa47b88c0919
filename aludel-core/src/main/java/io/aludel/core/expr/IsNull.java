// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.expr;

import io.aludel.core.type.ValueType;
import java.util.Objects;

/** {@code operand is null}, or {@code is not null} where {@code negated}. */
public record IsNull(Expression operand, boolean negated) implements Expression {
    public IsNull {
        Objects.requireNonNull(operand, "operand");
    }

    @Override
    public ValueType<?> type() {
        return ValueType.BOOLEAN;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.isNull(this);
    }
}
