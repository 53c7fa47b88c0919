// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.op;

import io.aludel.core.expr.Expression;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a column's values when it is altered.
 *
 * @param fill what rows get that have NULL, where the column refuses it from now on; null where none may have it
 * @param using by the name of a dialect, the expression in its own words that values of the new type are computed by; elsewhere the database converts
 *     them
 */
public record ColumnValues(@Nullable Expression fill, Map<String, String> using) {
    /** They stay, converted by the database. */
    public static final ColumnValues KEPT = new ColumnValues(null, Map.of());

    public ColumnValues {
        using = Map.copyOf(using);
    }
}
