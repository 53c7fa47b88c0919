// SPDX-License-Identifier: Apache-2.0
package io.aludel.mapping.model;

import io.aludel.core.schema.Check;
import io.aludel.core.schema.ForeignKey;
import io.aludel.core.schema.Index;
import io.aludel.core.schema.PrimaryKey;
import io.aludel.core.schema.UniqueKey;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@code @Table} and annotations like it say beside the name, in columns, every constraint and index named.
 *
 * @param columnOrder every column of the table: the identifier's first, then as the members stand in the class
 * @param primaryKey what {@code @PrimaryKeyConstraint} says; null where nothing is said
 * @param foreignKeys those that no association stands for
 * @param formerName what the table was called before; null where nobody says
 * @param formerColumns what columns were called before, by their names
 */
public record TableDetails(
        List<String> columnOrder,
        @Nullable PrimaryKey primaryKey,
        List<ForeignKey> foreignKeys,
        List<UniqueKey> uniqueKeys,
        List<Index> indexes,
        List<Check> checks,
        List<String> options,
        @Nullable String comment,
        @Nullable String formerName,
        Map<String, String> formerColumns) {
    public TableDetails {
        columnOrder = List.copyOf(columnOrder);
        foreignKeys = List.copyOf(foreignKeys);
        uniqueKeys = List.copyOf(uniqueKeys);
        indexes = List.copyOf(indexes);
        checks = List.copyOf(checks);
        options = List.copyOf(options);
        formerColumns = Collections.unmodifiableMap(new LinkedHashMap<>(formerColumns));
    }
}
