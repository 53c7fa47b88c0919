// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.expr;

import io.aludel.core.type.AttributeType;
import io.aludel.core.type.ValueType;
import java.util.Objects;

/**
 * A whole entity: as a select's item it stands for all its columns, in a comparison for its identifier. Gone after the mapping has
 * resolved the statement.
 */
public record EntityValue(EntityRef source) implements Expression {
    public EntityValue {
        Objects.requireNonNull(source, "source");
    }

    @Override
    public ValueType<?> type() {
        return new AttributeType<>(source.entity(), source.entity(), "");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.entity(this);
    }
}
