// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.query;

import io.aludel.core.expr.Between;
import io.aludel.core.expr.Comparison;
import io.aludel.core.expr.Expression;
import org.jspecify.annotations.Nullable;

/** Values that have an order: text, numbers and times. */
public abstract class Ordered<T> extends Expr<T> {
    Ordered(Expression node, @Nullable String alias) {
        super(node, alias);
    }

    public final Bool lt(T value) {
        return compare(Comparison.Operator.LT, value);
    }

    public final Bool lt(Expr<T> other) {
        return compare(Comparison.Operator.LT, other);
    }

    public final Bool le(T value) {
        return compare(Comparison.Operator.LE, value);
    }

    public final Bool le(Expr<T> other) {
        return compare(Comparison.Operator.LE, other);
    }

    public final Bool gt(T value) {
        return compare(Comparison.Operator.GT, value);
    }

    public final Bool gt(Expr<T> other) {
        return compare(Comparison.Operator.GT, other);
    }

    public final Bool ge(T value) {
        return compare(Comparison.Operator.GE, value);
    }

    public final Bool ge(Expr<T> other) {
        return compare(Comparison.Operator.GE, other);
    }

    /** From {@code low} to {@code high}, both included. */
    public final Bool between(T low, T high) {
        return new Bool(new Between(node(), bound(low), bound(high)));
    }

    public final Bool between(Expr<T> low, Expr<T> high) {
        return new Bool(new Between(node(), low.node(), high.node()));
    }
}
