// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.schema;

import java.util.List;
import java.util.Objects;

/**
 * A unique constraint; its columns in order.
 *
 * @param include further columns that its index holds, without being part of the key
 * @param nullsDistinct NULLs do not equal each other, as the SQL standard has it where nothing is said
 */
public record UniqueKey(
        String name, List<String> columns, List<String> include, boolean nullsDistinct, Deferral deferral) {
    public UniqueKey {
        Objects.requireNonNull(name, "name");
        columns = List.copyOf(columns);
        include = List.copyOf(include);
        Objects.requireNonNull(deferral, "deferral");
        if (columns.isEmpty()) {
            throw new SchemaException("Unique constraint \"" + name + "\" has no columns; name at least one.");
        }
    }

    /** A constraint that is checked at once and takes any number of NULLs. */
    public UniqueKey(String name, List<String> columns) {
        this(name, columns, List.of(), true, Deferral.NOT_DEFERRABLE);
    }

    public UniqueKey withColumns(List<String> columns) {
        return new UniqueKey(name, columns, include, nullsDistinct, deferral);
    }

    public UniqueKey withInclude(List<String> include) {
        return new UniqueKey(name, columns, include, nullsDistinct, deferral);
    }

    public UniqueKey withNullsDistinct(boolean nullsDistinct) {
        return new UniqueKey(name, columns, include, nullsDistinct, deferral);
    }

    public UniqueKey withDeferral(Deferral deferral) {
        return new UniqueKey(name, columns, include, nullsDistinct, deferral);
    }

    public UniqueKey withName(String name) {
        return new UniqueKey(name, columns, include, nullsDistinct, deferral);
    }
}
