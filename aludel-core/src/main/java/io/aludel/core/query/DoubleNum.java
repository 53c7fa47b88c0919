// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.query;

import io.aludel.core.expr.Arithmetic.Operator;
import io.aludel.core.expr.Expression;
import io.aludel.core.expr.FunctionCall.Function;
import org.jspecify.annotations.Nullable;

/** 64-bit floating-point numbers. */
public final class DoubleNum extends Num<Double> {
    public DoubleNum(Expression node) {
        this(node, null);
    }

    private DoubleNum(Expression node, @Nullable String alias) {
        super(node, alias);
    }

    @Override
    DoubleNum over(Expression node, @Nullable String alias) {
        return new DoubleNum(node, alias);
    }

    /** The same under a name in the result. */
    public DoubleNum as(String alias) {
        return over(node(), alias);
    }

    public DoubleNum plus(Double other) {
        return new DoubleNum(calculated(Operator.PLUS, bound(other)));
    }

    public DoubleNum plus(Num<Double> other) {
        return new DoubleNum(calculated(Operator.PLUS, other.node()));
    }

    public DoubleNum minus(Double other) {
        return new DoubleNum(calculated(Operator.MINUS, bound(other)));
    }

    public DoubleNum minus(Num<Double> other) {
        return new DoubleNum(calculated(Operator.MINUS, other.node()));
    }

    public DoubleNum times(Double other) {
        return new DoubleNum(calculated(Operator.TIMES, bound(other)));
    }

    public DoubleNum times(Num<Double> other) {
        return new DoubleNum(calculated(Operator.TIMES, other.node()));
    }

    public DoubleNum abs() {
        return new DoubleNum(called(Function.ABS));
    }

    public Bool eq(double value) {
        return eq(Double.valueOf(value));
    }

    public Bool ne(double value) {
        return ne(Double.valueOf(value));
    }

    public Bool lt(double value) {
        return lt(Double.valueOf(value));
    }

    public Bool le(double value) {
        return le(Double.valueOf(value));
    }

    public Bool gt(double value) {
        return gt(Double.valueOf(value));
    }

    public Bool ge(double value) {
        return ge(Double.valueOf(value));
    }

    public Bool between(double low, double high) {
        return between(Double.valueOf(low), Double.valueOf(high));
    }

    public DoubleNum plus(double other) {
        return plus(Double.valueOf(other));
    }

    public DoubleNum minus(double other) {
        return minus(Double.valueOf(other));
    }

    public DoubleNum times(double other) {
        return times(Double.valueOf(other));
    }
}
