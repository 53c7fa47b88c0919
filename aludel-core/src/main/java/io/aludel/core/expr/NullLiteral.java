// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.expr;

import io.aludel.core.type.ValueType;

/** SQL's NULL. */
public record NullLiteral(ValueType<?> type) implements Expression {
    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.nullLiteral(this);
    }
}
