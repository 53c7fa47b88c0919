// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.schema;

import java.util.List;
import java.util.Objects;

/** A unique constraint; its columns in order. NULLs do not equal each other. */
public record UniqueKey(String name, List<String> columns) {
    public UniqueKey {
        Objects.requireNonNull(name, "name");
        columns = List.copyOf(columns);
        if (columns.isEmpty()) {
            throw new SchemaException("Unique constraint \"" + name + "\" has no columns; name at least one.");
        }
    }
}
