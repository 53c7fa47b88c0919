// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.query;

import io.aludel.core.expr.Arithmetic.Operator;
import io.aludel.core.expr.Expression;
import io.aludel.core.expr.FunctionCall.Function;
import org.jspecify.annotations.Nullable;

/** 16-bit integers. */
public final class ShortNum extends Num<Short> {
    public ShortNum(Expression node) {
        this(node, null);
    }

    private ShortNum(Expression node, @Nullable String alias) {
        super(node, alias);
    }

    @Override
    ShortNum over(Expression node, @Nullable String alias) {
        return new ShortNum(node, alias);
    }

    /** The same under a name in the result. */
    public ShortNum as(String alias) {
        return over(node(), alias);
    }

    public ShortNum plus(Short other) {
        return new ShortNum(calculated(Operator.PLUS, bound(other)));
    }

    public ShortNum plus(Num<Short> other) {
        return new ShortNum(calculated(Operator.PLUS, other.node()));
    }

    public ShortNum minus(Short other) {
        return new ShortNum(calculated(Operator.MINUS, bound(other)));
    }

    public ShortNum minus(Num<Short> other) {
        return new ShortNum(calculated(Operator.MINUS, other.node()));
    }

    public ShortNum times(Short other) {
        return new ShortNum(calculated(Operator.TIMES, bound(other)));
    }

    public ShortNum times(Num<Short> other) {
        return new ShortNum(calculated(Operator.TIMES, other.node()));
    }

    public ShortNum abs() {
        return new ShortNum(called(Function.ABS));
    }

    /** The quotient without its fraction, cut towards zero. */
    public ShortNum integerDividedBy(Short other) {
        return new ShortNum(calculated(Operator.INTEGER_DIVIDE, bound(other)));
    }

    /** The quotient without its fraction, cut towards zero. */
    public ShortNum integerDividedBy(Num<Short> other) {
        return new ShortNum(calculated(Operator.INTEGER_DIVIDE, other.node()));
    }

    /** What is left by {@link #integerDividedBy}; it has the sign of this number. */
    public ShortNum remainder(Short other) {
        return new ShortNum(calculated(Operator.REMAINDER, bound(other)));
    }

    /** What is left by {@link #integerDividedBy}; it has the sign of this number. */
    public ShortNum remainder(Num<Short> other) {
        return new ShortNum(calculated(Operator.REMAINDER, other.node()));
    }
}
