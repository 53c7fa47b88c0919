// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.query;

import io.aludel.core.expr.Expression;
import java.time.temporal.Temporal;
import org.jspecify.annotations.Nullable;

/**
 * Dates, times and moments.
 *
 * @param <T> a class of {@code java.time}
 */
public final class Time<T extends Temporal> extends Ordered<T> {
    public Time(Expression node) {
        this(node, null);
    }

    private Time(Expression node, @Nullable String alias) {
        super(node, alias);
    }

    @Override
    Time<T> over(Expression node, @Nullable String alias) {
        return new Time<>(node, alias);
    }

    /** The same under a name in the result. */
    public Time<T> as(String alias) {
        return over(node(), alias);
    }

    public Bool before(T value) {
        return lt(value);
    }

    public Bool before(Expr<T> other) {
        return lt(other);
    }

    public Bool after(T value) {
        return gt(value);
    }

    public Bool after(Expr<T> other) {
        return gt(other);
    }
}
