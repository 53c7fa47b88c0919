// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.query;

import io.aludel.core.expr.Arithmetic.Operator;
import io.aludel.core.expr.Expression;
import io.aludel.core.expr.FunctionCall.Function;
import org.jspecify.annotations.Nullable;

/** 32-bit floating-point numbers. */
public final class FloatNum extends Num<Float> {
    public FloatNum(Expression node) {
        this(node, null);
    }

    private FloatNum(Expression node, @Nullable String alias) {
        super(node, alias);
    }

    @Override
    FloatNum over(Expression node, @Nullable String alias) {
        return new FloatNum(node, alias);
    }

    /** The same under a name in the result. */
    public FloatNum as(String alias) {
        return over(node(), alias);
    }

    public FloatNum plus(Float other) {
        return new FloatNum(calculated(Operator.PLUS, bound(other)));
    }

    public FloatNum plus(Num<Float> other) {
        return new FloatNum(calculated(Operator.PLUS, other.node()));
    }

    public FloatNum minus(Float other) {
        return new FloatNum(calculated(Operator.MINUS, bound(other)));
    }

    public FloatNum minus(Num<Float> other) {
        return new FloatNum(calculated(Operator.MINUS, other.node()));
    }

    public FloatNum times(Float other) {
        return new FloatNum(calculated(Operator.TIMES, bound(other)));
    }

    public FloatNum times(Num<Float> other) {
        return new FloatNum(calculated(Operator.TIMES, other.node()));
    }

    public FloatNum abs() {
        return new FloatNum(called(Function.ABS));
    }
}
