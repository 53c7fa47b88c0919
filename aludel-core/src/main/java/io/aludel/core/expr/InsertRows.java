// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.expr;

import io.aludel.core.name.TableName;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Rows of one shape into one table. How many rows go into one statement, and how generated keys find their rows, is the dialect's.
 *
 * @param columns the columns that are given; unqualified. Empty where each row is made of defaults only
 * @param generatedKey the identity column whose values are wanted back, one a row; null where none are
 */
public record InsertRows(
        TableName table, List<ColumnRef> columns, @Nullable ColumnRef generatedKey) implements Statement {
    public InsertRows {
        Objects.requireNonNull(table, "table");
        columns = List.copyOf(columns);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.insertRows(this);
    }
}
