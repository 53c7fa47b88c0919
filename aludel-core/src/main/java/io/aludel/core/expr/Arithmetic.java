// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.expr;

import io.aludel.core.type.ValueType;
import java.util.Objects;

/**
 * Two numbers and an operator. {@code DIVIDE} gives a decimal also for integers; whoever wants the integer quotient says {@code
 * INTEGER_DIVIDE}, which cuts towards zero. Divided by 0 they give NULL, as {@code REMAINDER} does: not every database knows such an
 * error.
 *
 * <p>Databases agree on the first 15 digits of a quotient that does not come out even. Round it where all digits must be the same.
 *
 * @param type the Java type of the result
 */
public record Arithmetic(Operator operator, Expression left, Expression right, ValueType<?> type)
        implements Expression {
    public enum Operator {
        PLUS,
        MINUS,
        TIMES,
        DIVIDE,
        INTEGER_DIVIDE,
        REMAINDER
    }

    public Arithmetic {
        Objects.requireNonNull(operator, "operator");
        Objects.requireNonNull(left, "left");
        Objects.requireNonNull(right, "right");
        Objects.requireNonNull(type, "type");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.arithmetic(this);
    }
}
