// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.expr;

import io.aludel.core.type.ValueType;
import java.util.Objects;

/** {@code exists (select …)}. */
public record Exists(Select select) implements Expression {
    public Exists {
        Objects.requireNonNull(select, "select");
    }

    @Override
    public ValueType<?> type() {
        return ValueType.BOOLEAN;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.exists(this);
    }
}
