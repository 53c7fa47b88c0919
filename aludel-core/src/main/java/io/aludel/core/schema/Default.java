// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.schema;

import io.aludel.core.expr.Expression;
import java.util.Objects;

/** What the database writes into a column that an insert does not name. */
public sealed interface Default permits Default.None, Default.Of {
    Default NONE = new None();

    /** NULL, because nothing was said. */
    record None() implements Default {}

    /** The value of an expression: a literal, a function, or the database's own words. */
    record Of(Expression expression) implements Default {
        public Of {
            Objects.requireNonNull(expression, "expression");
        }
    }
}
