// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.schema;

import io.aludel.core.expr.Expression;
import java.util.Objects;

/**
 * A condition that no row may make false. Its columns are unqualified {@link io.aludel.core.expr.ColumnRef}s.
 *
 * @param validated whether rows that were there before it were looked at; otherwise it holds for new ones only
 */
public record Check(String name, Expression condition, boolean validated) {
    public Check {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(condition, "condition");
    }

    /** A check that holds for all rows. */
    public Check(String name, Expression condition) {
        this(name, condition, true);
    }

    public Check withCondition(Expression condition) {
        return new Check(name, condition, validated);
    }

    public Check withValidated(boolean validated) {
        return new Check(name, condition, validated);
    }

    public Check withName(String name) {
        return new Check(name, condition, validated);
    }
}
