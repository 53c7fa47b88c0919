// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.type;

import java.util.Objects;

/**
 * The type of an entity's attribute before the mapping has been asked: a statement may carry it only until it is resolved.
 *
 * @param entity the class that declares or inherits the attribute
 * @param attribute the attribute's name in Java
 */
public record AttributeType<T>(Class<T> javaType, Class<?> entity, String attribute) implements ValueType<T> {
    public AttributeType {
        Objects.requireNonNull(javaType, "javaType");
        Objects.requireNonNull(entity, "entity");
        Objects.requireNonNull(attribute, "attribute");
    }

    @Override
    public SqlType sqlType() {
        throw new IllegalStateException("The column type of " + entity.getSimpleName() + "." + attribute
                + " is known to the entity model only; resolve the statement with it first.");
    }
}
