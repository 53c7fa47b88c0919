// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.dialect;

import io.aludel.core.name.TableName;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a database is read.
 *
 * @param schemas besides the connection's default schema, which is always read
 * @param tables only these; null for all
 */
public record Scope(Set<String> schemas, @Nullable Set<TableName> tables) {
    /** Everything in the default schema. */
    public static final Scope DEFAULT_SCHEMA = new Scope(Set.of(), null);

    public Scope {
        schemas = Set.copyOf(schemas);
        tables = tables == null ? null : Set.copyOf(tables);
    }
}
