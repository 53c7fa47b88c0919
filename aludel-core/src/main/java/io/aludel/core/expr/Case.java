// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.expr;

import io.aludel.core.type.ValueType;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * {@code case when … then … else … end}.
 *
 * @param otherwise null where there is no {@code else}: then the result is NULL
 */
public record Case(List<When> whens, @Nullable Expression otherwise, ValueType<?> type) implements Expression {
    /** One branch. */
    public record When(Expression condition, Expression result) {
        public When {
            Objects.requireNonNull(condition, "condition");
            Objects.requireNonNull(result, "result");
        }
    }

    public Case {
        whens = List.copyOf(whens);
        Objects.requireNonNull(type, "type");
        if (whens.isEmpty()) {
            throw new IllegalArgumentException("A case has no branch; give it at least one \"when\".");
        }
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.caseWhen(this);
    }
}
