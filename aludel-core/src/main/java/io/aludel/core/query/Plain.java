// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.query;

import io.aludel.core.expr.Expression;
import org.jspecify.annotations.Nullable;

/** A value that can be compared for equality and nothing else: enums, UUIDs, bytes. */
public final class Plain<T> extends Expr<T> {
    public Plain(Expression node) {
        this(node, null);
    }

    private Plain(Expression node, @Nullable String alias) {
        super(node, alias);
    }

    @Override
    Plain<T> over(Expression node, @Nullable String alias) {
        return new Plain<>(node, alias);
    }

    /** The same under a name in the result. */
    public Plain<T> as(String alias) {
        return over(node(), alias);
    }
}
