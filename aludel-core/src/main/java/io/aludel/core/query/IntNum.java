// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.query;

import io.aludel.core.expr.Arithmetic.Operator;
import io.aludel.core.expr.Expression;
import io.aludel.core.expr.FunctionCall.Function;
import org.jspecify.annotations.Nullable;

/** 32-bit integers. */
public final class IntNum extends Num<Integer> {
    public IntNum(Expression node) {
        this(node, null);
    }

    private IntNum(Expression node, @Nullable String alias) {
        super(node, alias);
    }

    @Override
    IntNum over(Expression node, @Nullable String alias) {
        return new IntNum(node, alias);
    }

    /** The same under a name in the result. */
    public IntNum as(String alias) {
        return over(node(), alias);
    }

    public IntNum plus(Integer other) {
        return new IntNum(calculated(Operator.PLUS, bound(other)));
    }

    public IntNum plus(Num<Integer> other) {
        return new IntNum(calculated(Operator.PLUS, other.node()));
    }

    public IntNum minus(Integer other) {
        return new IntNum(calculated(Operator.MINUS, bound(other)));
    }

    public IntNum minus(Num<Integer> other) {
        return new IntNum(calculated(Operator.MINUS, other.node()));
    }

    public IntNum times(Integer other) {
        return new IntNum(calculated(Operator.TIMES, bound(other)));
    }

    public IntNum times(Num<Integer> other) {
        return new IntNum(calculated(Operator.TIMES, other.node()));
    }

    public IntNum abs() {
        return new IntNum(called(Function.ABS));
    }

    /** The quotient without its fraction, cut towards zero. */
    public IntNum integerDividedBy(Integer other) {
        return new IntNum(calculated(Operator.INTEGER_DIVIDE, bound(other)));
    }

    /** The quotient without its fraction, cut towards zero. */
    public IntNum integerDividedBy(Num<Integer> other) {
        return new IntNum(calculated(Operator.INTEGER_DIVIDE, other.node()));
    }

    /** What is left by {@link #integerDividedBy}; it has the sign of this number. */
    public IntNum remainder(Integer other) {
        return new IntNum(calculated(Operator.REMAINDER, bound(other)));
    }

    /** What is left by {@link #integerDividedBy}; it has the sign of this number. */
    public IntNum remainder(Num<Integer> other) {
        return new IntNum(calculated(Operator.REMAINDER, other.node()));
    }
}
