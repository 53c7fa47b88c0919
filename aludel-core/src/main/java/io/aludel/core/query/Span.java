// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.query;

import io.aludel.core.expr.Arithmetic;
import io.aludel.core.expr.Arithmetic.Operator;
import io.aludel.core.expr.Expression;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Lengths of time, exact to the microsecond. */
public final class Span extends Ordered<Duration> {
    public Span(Expression node) {
        this(node, null);
    }

    private Span(Expression node, @Nullable String alias) {
        super(node, alias);
    }

    @Override
    Span over(Expression node, @Nullable String alias) {
        return new Span(node, alias);
    }

    /** The same under a name in the result. */
    public Span as(String alias) {
        return over(node(), alias);
    }

    public Span plus(Duration other) {
        return calculated(Operator.PLUS, bound(other));
    }

    public Span plus(Expr<Duration> other) {
        return calculated(Operator.PLUS, other.node());
    }

    public Span minus(Duration other) {
        return calculated(Operator.MINUS, bound(other));
    }

    public Span minus(Expr<Duration> other) {
        return calculated(Operator.MINUS, other.node());
    }

    private Span calculated(Operator operator, Expression other) {
        return new Span(new Arithmetic(operator, node(), other, node().type()));
    }
}
