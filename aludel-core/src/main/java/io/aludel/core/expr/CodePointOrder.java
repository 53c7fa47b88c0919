// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.expr;

import io.aludel.core.type.ValueType;
import java.util.Objects;

/** Text to be compared or ordered by Unicode code point: the one order that is the same on every database. */
public record CodePointOrder(Expression text) implements Expression {
    public CodePointOrder {
        Objects.requireNonNull(text, "text");
    }

    @Override
    public ValueType<?> type() {
        return text.type();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.codePointOrder(this);
    }
}
