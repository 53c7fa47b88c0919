// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.query;

import io.aludel.core.expr.Arithmetic.Operator;
import io.aludel.core.expr.Expression;
import io.aludel.core.expr.FunctionCall.Function;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Exact decimals. {@code gt(5)} compiles although 5 is an {@code int}. */
public final class DecimalNum extends Num<BigDecimal> {
    public DecimalNum(Expression node) {
        this(node, null);
    }

    private DecimalNum(Expression node, @Nullable String alias) {
        super(node, alias);
    }

    @Override
    DecimalNum over(Expression node, @Nullable String alias) {
        return new DecimalNum(node, alias);
    }

    /** The same under a name in the result. */
    public DecimalNum as(String alias) {
        return over(node(), alias);
    }

    public DecimalNum plus(BigDecimal other) {
        return new DecimalNum(calculated(Operator.PLUS, bound(other)));
    }

    public DecimalNum plus(Num<BigDecimal> other) {
        return new DecimalNum(calculated(Operator.PLUS, other.node()));
    }

    public DecimalNum minus(BigDecimal other) {
        return new DecimalNum(calculated(Operator.MINUS, bound(other)));
    }

    public DecimalNum minus(Num<BigDecimal> other) {
        return new DecimalNum(calculated(Operator.MINUS, other.node()));
    }

    public DecimalNum times(BigDecimal other) {
        return new DecimalNum(calculated(Operator.TIMES, bound(other)));
    }

    public DecimalNum times(Num<BigDecimal> other) {
        return new DecimalNum(calculated(Operator.TIMES, other.node()));
    }

    public DecimalNum abs() {
        return new DecimalNum(called(Function.ABS));
    }

    public Bool eq(long value) {
        return eq(BigDecimal.valueOf(value));
    }

    public Bool ne(long value) {
        return ne(BigDecimal.valueOf(value));
    }

    public Bool lt(long value) {
        return lt(BigDecimal.valueOf(value));
    }

    public Bool le(long value) {
        return le(BigDecimal.valueOf(value));
    }

    public Bool gt(long value) {
        return gt(BigDecimal.valueOf(value));
    }

    public Bool ge(long value) {
        return ge(BigDecimal.valueOf(value));
    }

    public Bool between(long low, long high) {
        return between(BigDecimal.valueOf(low), BigDecimal.valueOf(high));
    }

    public DecimalNum plus(long other) {
        return plus(BigDecimal.valueOf(other));
    }

    public DecimalNum minus(long other) {
        return minus(BigDecimal.valueOf(other));
    }

    public DecimalNum times(long other) {
        return times(BigDecimal.valueOf(other));
    }
}
