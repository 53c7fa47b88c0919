// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.name;

import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The name of a table (or of a sequence), with the schema it lives in, or without one: then it is in the connection's
 * default schema. Names are logical: lower case for what the database folds, exactly as written otherwise.
 *
 * @param schema the schema's name, null for the default schema
 */
public record TableName(@Nullable String schema, String name) implements Comparable<TableName> {
    private static final Comparator<TableName> ORDER = Comparator.comparing(
                    (TableName table) -> table.schema == null ? "" : table.schema)
            .thenComparing(TableName::name);

    public TableName {
        Objects.requireNonNull(name, "name");
        if (name.isBlank()) {
            throw new IllegalArgumentException("A table's name is empty; give it one.");
        }
    }

    public static TableName of(String name) {
        return new TableName(null, name);
    }

    public static TableName of(@Nullable String schema, String name) {
        return new TableName(schema, name);
    }

    @Override
    public int compareTo(TableName other) {
        return ORDER.compare(this, other);
    }

    /** The name for people: {@code schema.name} or {@code name}, not quoted. */
    @Override
    public String toString() {
        return schema == null ? name : schema + "." + name;
    }
}
