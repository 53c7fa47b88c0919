// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.schema;

import java.util.List;
import java.util.Objects;

/**
 * The primary key; its columns in order.
 *
 * @param include further columns that its index holds, without being part of the key
 */
public record PrimaryKey(String name, List<String> columns, List<String> include, Deferral deferral) {
    /** What databases that give primary keys no name show instead. */
    public static final String UNNAMED = "PRIMARY";

    public PrimaryKey {
        Objects.requireNonNull(name, "name");
        columns = List.copyOf(columns);
        include = List.copyOf(include);
        Objects.requireNonNull(deferral, "deferral");
        if (columns.isEmpty()) {
            throw new SchemaException("Primary key \"" + name + "\" has no columns; name at least one.");
        }
    }

    /** A key that is checked at once. */
    public PrimaryKey(String name, List<String> columns) {
        this(name, columns, List.of(), Deferral.NOT_DEFERRABLE);
    }

    /** Whether it was read from a database that gives primary keys no name; then a script's name for it is as good as any. */
    public boolean isUnnamed() {
        return name.equals(UNNAMED);
    }

    public PrimaryKey withName(String name) {
        return new PrimaryKey(name, columns, include, deferral);
    }

    public PrimaryKey withColumns(List<String> columns) {
        return new PrimaryKey(name, columns, include, deferral);
    }

    public PrimaryKey withInclude(List<String> include) {
        return new PrimaryKey(name, columns, include, deferral);
    }

    public PrimaryKey withDeferral(Deferral deferral) {
        return new PrimaryKey(name, columns, include, deferral);
    }
}
