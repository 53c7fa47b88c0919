// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.expr;

import io.aludel.core.type.ValueType;
import java.util.Objects;

/**
 * An attribute of an entity, by its Java name. The mapping turns it into a {@link ColumnRef}, and the to-one steps of its source into joins.
 *
 * @param source where the entity comes from: a root with its alias, or a walk along to-one associations
 */
public record AttributeRef(EntityRef source, String attribute, ValueType<?> type) implements Expression {
    public AttributeRef {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(attribute, "attribute");
        Objects.requireNonNull(type, "type");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.attribute(this);
    }

    /** For people: {@code student.fullName}. */
    @Override
    public String toString() {
        return source + "." + attribute;
    }
}
