// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.expr;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Changes rows of one table.
 *
 * @param where null for every row
 */
public record Update(
        TableSource table,
        List<Assignment> assignments,
        @Nullable Expression where) implements Statement {
    public Update {
        Objects.requireNonNull(table, "table");
        assignments = List.copyOf(assignments);
        if (assignments.isEmpty()) {
            throw new IllegalArgumentException(
                    "The update of \"" + table.alias() + "\" assigns nothing; set at least one column.");
        }
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.update(this);
    }
}
