// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.expr;

import io.aludel.core.type.ValueType;
import java.util.Objects;

/**
 * A column of a table in the statement.
 *
 * @param qualifier the alias of the table it belongs to; empty in DDL (checks, defaults, predicates) and in assignments
 * @param column the column's logical name
 */
public record ColumnRef(String qualifier, String column, ValueType<?> type) implements Expression {
    public ColumnRef {
        Objects.requireNonNull(qualifier, "qualifier");
        Objects.requireNonNull(column, "column");
        Objects.requireNonNull(type, "type");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.column(this);
    }
}
