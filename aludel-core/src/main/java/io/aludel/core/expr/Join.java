// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.expr;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A further table of a select.
 *
 * @param along the association that says which rows belong together; the mapping writes the condition for it. Null where {@code on} says all
 * @param on the condition, or the rest of it beside {@code along}
 */
public record Join(
        Kind kind,
        TableSource table,
        EntityRef.@Nullable Association along,
        @Nullable Expression on) {
    public enum Kind {
        INNER,
        LEFT
    }

    public Join {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(table, "table");
        if (along == null && on == null) {
            throw new IllegalArgumentException("The join with \"" + table.alias()
                    + "\" has no condition; join along an association or give \"on\".");
        }
    }

    public static Join on(Kind kind, TableSource table, Expression on) {
        return new Join(kind, table, null, on);
    }

    public static Join along(Kind kind, EntitySource table, EntityRef.Association association) {
        return new Join(kind, table, association, null);
    }
}
