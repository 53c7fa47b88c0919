// SPDX-License-Identifier: Apache-2.0
package io.aludel.orm.entity;

import io.aludel.core.type.ValueType;
import java.util.Objects;

/**
 * A column that sessions write: an attribute's, or an owning to-one's foreign key.
 *
 * @param member the member's number in its entity
 * @param attribute the member's name in Java
 * @param name the column's logical name
 */
public record MappedColumn(
        int member,
        String attribute,
        String name,
        ValueType<?> type,
        boolean nullable,
        boolean insertable,
        boolean updatable) {
    public MappedColumn {
        Objects.requireNonNull(attribute, "attribute");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
    }
}
