// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.query;

import io.aludel.core.expr.Arithmetic.Operator;
import io.aludel.core.expr.Expression;
import io.aludel.core.expr.FunctionCall.Function;
import org.jspecify.annotations.Nullable;

/** 64-bit integers. {@code eq(5)} compiles although 5 is an {@code int}. */
public final class LongNum extends Num<Long> {
    public LongNum(Expression node) {
        this(node, null);
    }

    private LongNum(Expression node, @Nullable String alias) {
        super(node, alias);
    }

    @Override
    LongNum over(Expression node, @Nullable String alias) {
        return new LongNum(node, alias);
    }

    /** The same under a name in the result. */
    public LongNum as(String alias) {
        return over(node(), alias);
    }

    public LongNum plus(Long other) {
        return new LongNum(calculated(Operator.PLUS, bound(other)));
    }

    public LongNum plus(Num<Long> other) {
        return new LongNum(calculated(Operator.PLUS, other.node()));
    }

    public LongNum minus(Long other) {
        return new LongNum(calculated(Operator.MINUS, bound(other)));
    }

    public LongNum minus(Num<Long> other) {
        return new LongNum(calculated(Operator.MINUS, other.node()));
    }

    public LongNum times(Long other) {
        return new LongNum(calculated(Operator.TIMES, bound(other)));
    }

    public LongNum times(Num<Long> other) {
        return new LongNum(calculated(Operator.TIMES, other.node()));
    }

    public LongNum abs() {
        return new LongNum(called(Function.ABS));
    }

    public Bool eq(long value) {
        return eq(Long.valueOf(value));
    }

    public Bool ne(long value) {
        return ne(Long.valueOf(value));
    }

    public Bool lt(long value) {
        return lt(Long.valueOf(value));
    }

    public Bool le(long value) {
        return le(Long.valueOf(value));
    }

    public Bool gt(long value) {
        return gt(Long.valueOf(value));
    }

    public Bool ge(long value) {
        return ge(Long.valueOf(value));
    }

    public Bool between(long low, long high) {
        return between(Long.valueOf(low), Long.valueOf(high));
    }

    public LongNum plus(long other) {
        return plus(Long.valueOf(other));
    }

    public LongNum minus(long other) {
        return minus(Long.valueOf(other));
    }

    public LongNum times(long other) {
        return times(Long.valueOf(other));
    }

    /** The quotient without its fraction, cut towards zero. */
    public LongNum integerDividedBy(Long other) {
        return new LongNum(calculated(Operator.INTEGER_DIVIDE, bound(other)));
    }

    /** The quotient without its fraction, cut towards zero. */
    public LongNum integerDividedBy(Num<Long> other) {
        return new LongNum(calculated(Operator.INTEGER_DIVIDE, other.node()));
    }

    /** What is left by {@link #integerDividedBy}; it has the sign of this number. */
    public LongNum remainder(Long other) {
        return new LongNum(calculated(Operator.REMAINDER, bound(other)));
    }

    /** What is left by {@link #integerDividedBy}; it has the sign of this number. */
    public LongNum remainder(Num<Long> other) {
        return new LongNum(calculated(Operator.REMAINDER, other.node()));
    }
}
