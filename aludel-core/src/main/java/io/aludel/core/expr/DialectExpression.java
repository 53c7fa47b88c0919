// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.expr;

import java.util.List;

/** The one open door of the tree: what only a dialect knows how to write. */
public non-sealed interface DialectExpression extends Expression {
    /**
     * The pieces of SQL around the operands: one more than there are operands.
     *
     * @see #operands()
     */
    List<String> pieces();

    /** The expressions between the pieces, which the renderer writes and the mapping resolves as any other. */
    List<Expression> operands();

    /** The same with other operands, as many as before. */
    DialectExpression withOperands(List<Expression> operands);

    /** Whether it holds together by itself, as a call does, so that it needs no parentheses wherever it stands. */
    default boolean standsAlone() {
        return false;
    }

    @Override
    default <R> R accept(Visitor<R> visitor) {
        return visitor.dialect(this);
    }
}
