// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.schema;

import io.aludel.core.expr.Expression;
import java.util.Objects;

/** A condition that no row may make false. Its columns are unqualified {@link io.aludel.core.expr.ColumnRef}s. */
public record Check(String name, Expression condition) {
    public Check {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(condition, "condition");
    }
}
