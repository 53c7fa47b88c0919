// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.expr;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A column of a select's result, with the name that it goes by in the result, or without one. */
public record SelectItem(Expression expression, @Nullable String alias) {
    public SelectItem {
        Objects.requireNonNull(expression, "expression");
    }

    public static SelectItem of(Expression expression) {
        return new SelectItem(expression, null);
    }
}
