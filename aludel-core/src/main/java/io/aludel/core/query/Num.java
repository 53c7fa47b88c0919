// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.query;

import io.aludel.core.expr.Arithmetic;
import io.aludel.core.expr.Arithmetic.Operator;
import io.aludel.core.expr.Expression;
import io.aludel.core.expr.FunctionCall;
import io.aludel.core.expr.FunctionCall.Function;
import io.aludel.core.expr.Value;
import io.aludel.core.type.SqlType;
import io.aludel.core.type.ValueType;
import org.jspecify.annotations.Nullable;

/**
 * Numbers. There is one small class for each of Java's, so that {@code id.eq(5)} compiles also for a {@code long}.
 *
 * @param <N> the Java type; arithmetic stays within it, but for division
 */
public abstract class Num<N extends Number> extends Ordered<N> {
    private static final int MAX_PLACES = 38;

    Num(Expression node, @Nullable String alias) {
        super(node, alias);
    }

    @Override
    abstract Num<N> over(Expression node, @Nullable String alias);

    final Expression calculated(Operator operator, Expression other) {
        return new Arithmetic(operator, node(), other, node().type());
    }

    final Expression called(Function function) {
        return FunctionCall.of(function, node().type(), node());
    }

    /** The quotient as a decimal, also of two integers, to 15 digits; round it for more, or for fewer. NULL where the other is 0. */
    public final DecimalNum dividedBy(Num<?> other) {
        return new DecimalNum(new Arithmetic(Operator.DIVIDE, node(), other.node(), ValueType.QUOTIENT));
    }

    /** The quotient as a decimal, also of two integers, to 15 digits; round it for more, or for fewer. NULL where the other is 0. */
    public final DecimalNum dividedBy(N other) {
        return new DecimalNum(new Arithmetic(Operator.DIVIDE, node(), bound(other), ValueType.QUOTIENT));
    }

    /**
     * Rounded half away from zero, to that many places after the point; the decimal has as many places, on every database.
     *
     * @throws QueryException if {@code places} is negative or more than {@value #MAX_PLACES}
     */
    public final DecimalNum round(int places) {
        if (places < 0 || places > MAX_PLACES) {
            throw new QueryException(
                    "A number is rounded to " + places + " places after the point; say 0 to " + MAX_PLACES + ".");
        }
        return new DecimalNum(FunctionCall.of(
                Function.ROUND,
                ValueType.DECIMAL.as(SqlType.decimal(MAX_PLACES, places)),
                node(),
                new Value(places, ValueType.INTEGER)));
    }
}
