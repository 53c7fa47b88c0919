// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.expr;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Deletes rows of one table.
 *
 * @param where null for every row
 */
public record Delete(TableSource table, @Nullable Expression where) implements Statement {
    public Delete {
        Objects.requireNonNull(table, "table");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.delete(this);
    }
}
