// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.schema;

import io.aludel.core.name.TableName;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A type whose values are a list of words, as PostgreSQL has it ({@code create type … as enum}). A column has it as a {@link
 * io.aludel.core.type.NativeType} of its name.
 *
 * @param values in the order in which they compare
 * @param comment null where there is none
 */
public record EnumType(
        TableName name, List<String> values, @Nullable String comment) implements SchemaObject {
    public EnumType {
        Objects.requireNonNull(name, "name");
        values = List.copyOf(values);
        Set<String> seen = new HashSet<>();
        for (String value : values) {
            if (!seen.add(value)) {
                throw new SchemaException("Enum type \"" + name + "\" has the value \"" + value + "\" twice.");
            }
        }
    }

    public static EnumType of(TableName name, String... values) {
        return new EnumType(name, List.of(values), null);
    }

    @Override
    public ObjectKind kind() {
        return ObjectKind.ENUM_TYPE;
    }

    public EnumType withComment(@Nullable String comment) {
        return new EnumType(name, values, comment);
    }
}
