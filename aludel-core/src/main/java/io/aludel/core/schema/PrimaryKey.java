// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.schema;

import java.util.List;
import java.util.Objects;

/** The primary key; its columns in order. */
public record PrimaryKey(String name, List<String> columns) {
    public PrimaryKey {
        Objects.requireNonNull(name, "name");
        columns = List.copyOf(columns);
        if (columns.isEmpty()) {
            throw new SchemaException("Primary key \"" + name + "\" has no columns; name at least one.");
        }
    }
}
