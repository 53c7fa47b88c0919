// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.type;

import java.util.Objects;

/**
 * Values of one type in their order, in one column. For databases that have {@link io.aludel.core.dialect.Feature#ARRAYS}.
 *
 * @param element the type of each; no array
 */
public record ArrayType(SqlType element) implements SqlType {
    public ArrayType {
        Objects.requireNonNull(element, "element");
        if (element instanceof ArrayType) {
            throw new IllegalArgumentException(
                    "An array of arrays is not supported; keep the values in a table of their own, or as json.");
        }
    }

    /** For people: {@code integer[]}. */
    @Override
    public String toString() {
        return element + "[]";
    }
}
