// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.expr;

import io.aludel.core.type.ValueType;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Conditions joined by {@code and} or {@code or}; at least two. */
public record Logical(Connective connective, List<Expression> operands) implements Expression {
    public enum Connective {
        AND,
        OR
    }

    public Logical {
        Objects.requireNonNull(connective, "connective");
        operands = List.copyOf(operands);
        if (operands.size() < 2) {
            throw new IllegalArgumentException(
                    "\"" + connective + "\" joins " + operands.size() + " conditions; it needs two.");
        }
    }

    /** Both conditions, flattened where the left one is joined in the same way already. */
    public static Logical of(Connective connective, Expression left, Expression right) {
        if (left instanceof Logical chain && chain.connective == connective) {
            return new Logical(
                    connective,
                    Stream.concat(chain.operands.stream(), Stream.of(right)).toList());
        }
        return new Logical(connective, List.of(left, right));
    }

    @Override
    public ValueType<?> type() {
        return ValueType.BOOLEAN;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.logical(this);
    }
}
