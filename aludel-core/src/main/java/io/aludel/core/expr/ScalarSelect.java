// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.expr;

import io.aludel.core.type.ValueType;
import java.util.Objects;

/** A select of one column and at most one row, as a value; NULL if it has no row. */
public record ScalarSelect(Select select) implements Expression {
    public ScalarSelect {
        Objects.requireNonNull(select, "select");
        if (select.items().size() != 1) {
            throw new IllegalArgumentException(
                    "A select used as a value has " + select.items().size() + " columns; it needs exactly one.");
        }
    }

    @Override
    public ValueType<?> type() {
        return select.items().get(0).expression().type();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.scalarSelect(this);
    }
}
