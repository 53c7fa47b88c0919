// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.parse;

import io.aludel.core.expr.Expression;
import java.util.Objects;

/** What came of reading SQL text: an expression that means the same, or why there is none. */
public sealed interface Reading permits Reading.Of, Reading.Unreadable {
    record Of(Expression expression) implements Reading {
        public Of {
            Objects.requireNonNull(expression, "expression");
        }
    }

    /**
     * The text is wrong, or says what the expression tree cannot say, or would not mean the same on every database.
     *
     * @param reason for people, without a full stop
     * @param position offset in the text, counted from 0
     */
    record Unreadable(String reason, int position) implements Reading {
        public Unreadable {
            Objects.requireNonNull(reason, "reason");
        }
    }
}
