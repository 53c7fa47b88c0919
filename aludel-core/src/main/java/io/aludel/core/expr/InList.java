// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.expr;

import io.aludel.core.type.ValueType;
import java.util.List;
import java.util.Objects;

/** {@code operand in (a, b, …)}; an empty list is false, as in mathematics, and never an error of the database's. */
public record InList(Expression operand, List<Expression> options) implements Expression {
    public InList {
        Objects.requireNonNull(operand, "operand");
        options = List.copyOf(options);
    }

    @Override
    public ValueType<?> type() {
        return ValueType.BOOLEAN;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.inList(this);
    }
}
