// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.expr;

import io.aludel.core.type.ValueType;
import java.util.Objects;

/** {@code operand in (select …)}. */
public record InSelect(Expression operand, Select select) implements Expression {
    public InSelect {
        Objects.requireNonNull(operand, "operand");
        Objects.requireNonNull(select, "select");
    }

    @Override
    public ValueType<?> type() {
        return ValueType.BOOLEAN;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.inSelect(this);
    }
}
