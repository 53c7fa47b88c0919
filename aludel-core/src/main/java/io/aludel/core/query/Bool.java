// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.query;

import io.aludel.core.expr.Expression;
import io.aludel.core.expr.Logical;
import io.aludel.core.expr.Not;
import org.jspecify.annotations.Nullable;

/** A condition, or a column that is true or false. */
public final class Bool extends Expr<Boolean> {
    public Bool(Expression node) {
        this(node, null);
    }

    private Bool(Expression node, @Nullable String alias) {
        super(node, alias);
    }

    @Override
    Bool over(Expression node, @Nullable String alias) {
        return new Bool(node, alias);
    }

    /** The same under a name in the result. */
    public Bool as(String alias) {
        return over(node(), alias);
    }

    public Bool and(Bool other) {
        return new Bool(Logical.of(Logical.Connective.AND, node(), other.node()));
    }

    public Bool or(Bool other) {
        return new Bool(Logical.of(Logical.Connective.OR, node(), other.node()));
    }

    public Bool not() {
        return new Bool(new Not(node()));
    }
}
