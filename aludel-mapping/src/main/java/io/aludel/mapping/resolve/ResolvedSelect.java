// SPDX-License-Identifier: Apache-2.0
package io.aludel.mapping.resolve;

import io.aludel.core.expr.Select;
import java.util.List;
import java.util.Objects;

/**
 * A select over tables.
 *
 * @param slots one for each item of the select over entities that it was made from, in order
 */
public record ResolvedSelect(Select statement, List<ResultSlot> slots) {
    public ResolvedSelect {
        Objects.requireNonNull(statement, "statement");
        slots = List.copyOf(slots);
    }
}
