// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.schema;

import io.aludel.core.type.SqlType;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table.
 *
 * @param collation the collation's name in the database; null for the database's default
 * @param comment null where there is none
 */
public record Column(
        String name,
        SqlType type,
        boolean nullable,
        Default defaultValue,
        Generation generation,
        @Nullable String collation,
        @Nullable String comment) {
    public Column {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(defaultValue, "defaultValue");
        Objects.requireNonNull(generation, "generation");
        if (name.isBlank()) {
            throw new SchemaException("A column's name is empty; give it one.");
        }
    }

    /** A column that takes NULL. */
    public static Column nullable(String name, SqlType type) {
        return new Column(name, type, true, Default.NONE, Generation.NONE, null, null);
    }

    public static Column notNull(String name, SqlType type) {
        return new Column(name, type, false, Default.NONE, Generation.NONE, null, null);
    }

    /** A column that the database numbers from 1. */
    public static Column identity(String name, SqlType type) {
        return notNull(name, type).withGeneration(Generation.Identity.STANDARD);
    }

    public Column withName(String name) {
        return new Column(name, type, nullable, defaultValue, generation, collation, comment);
    }

    public Column withType(SqlType type) {
        return new Column(name, type, nullable, defaultValue, generation, collation, comment);
    }

    public Column withNullable(boolean nullable) {
        return new Column(name, type, nullable, defaultValue, generation, collation, comment);
    }

    public Column withDefault(Default defaultValue) {
        return new Column(name, type, nullable, defaultValue, generation, collation, comment);
    }

    public Column withGeneration(Generation generation) {
        return new Column(name, type, nullable, defaultValue, generation, collation, comment);
    }

    public Column withCollation(@Nullable String collation) {
        return new Column(name, type, nullable, defaultValue, generation, collation, comment);
    }

    public Column withComment(@Nullable String comment) {
        return new Column(name, type, nullable, defaultValue, generation, collation, comment);
    }
}
