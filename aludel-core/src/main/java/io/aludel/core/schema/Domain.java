// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.schema;

import io.aludel.core.name.TableName;
import io.aludel.core.type.SqlType;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A type with conditions (SQL standard, 4.12). A column has it as a {@link io.aludel.core.type.NativeType} of its name.
 *
 * @param checks ordered by name; the value is the word {@code value} in them, in the database's own words
 * @param collation null for the type's own
 * @param comment null where there is none
 */
public record Domain(
        TableName name,
        SqlType type,
        boolean nullable,
        Default defaultValue,
        List<Check> checks,
        @Nullable String collation,
        @Nullable String comment)
        implements SchemaObject {
    public Domain {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(defaultValue, "defaultValue");
        checks = checks.stream().sorted(Comparator.comparing(Check::name)).toList();
    }

    /** A domain that takes what its type takes. */
    public static Domain of(TableName name, SqlType type) {
        return new Domain(name, type, true, Default.NONE, List.of(), null, null);
    }

    @Override
    public ObjectKind kind() {
        return ObjectKind.DOMAIN;
    }

    public Domain withNullable(boolean nullable) {
        return new Domain(name, type, nullable, defaultValue, checks, collation, comment);
    }

    public Domain withDefault(Default defaultValue) {
        return new Domain(name, type, nullable, defaultValue, checks, collation, comment);
    }

    public Domain withChecks(List<Check> checks) {
        return new Domain(name, type, nullable, defaultValue, checks, collation, comment);
    }

    public Domain withCollation(@Nullable String collation) {
        return new Domain(name, type, nullable, defaultValue, checks, collation, comment);
    }

    public Domain withComment(@Nullable String comment) {
        return new Domain(name, type, nullable, defaultValue, checks, collation, comment);
    }
}
