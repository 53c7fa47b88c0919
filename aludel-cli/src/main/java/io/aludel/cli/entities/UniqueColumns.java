// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli.entities;

import io.aludel.core.dialect.Dialect;
import io.aludel.core.name.NamingConvention;
import io.aludel.core.schema.Index;
import io.aludel.core.schema.Table;
import io.aludel.core.schema.UniqueKey;
import java.util.List;

/** Which columns hold each value once. */
final class UniqueColumns {
    private final Dialect dialect;

    UniqueColumns(Dialect dialect) {
        this.dialect = dialect;
    }

    /** Whether no two rows have the same value there. */
    boolean isUnique(Table table, String column) {
        return table.uniqueKeys().stream().anyMatch(key -> key.columns().equals(List.of(column)))
                || table.indexes().stream().anyMatch(index -> isPlain(index, column));
    }

    private static boolean isPlain(Index index, String column) {
        return index.unique()
                && index.predicate() == null
                && index.parts().size() == 1
                && index.columnNames().equals(List.of(column));
    }

    /** Whether {@code unique = true} says all of it. */
    boolean isImplied(Table table, String column) {
        return table.uniqueKeys().stream()
                .anyMatch(key -> key.columns().equals(List.of(column)) && isUsual(table, key));
    }

    boolean isImplied(Table table, UniqueKey key) {
        return key.columns().size() == 1 && isUsual(table, key);
    }

    private boolean isUsual(Table table, UniqueKey key) {
        return key.equals(new UniqueKey(key.name(), key.columns()))
                && isUsual(
                        table,
                        key.name(),
                        NamingConvention.STANDARD.unique(table.name().name(), key.columns()));
    }

    /** Whether the name is the one that the mapping gives, or one that a database made up, which is as good as any. */
    boolean isUsual(Table table, String name, String usual) {
        return name.equals(usual) || dialect.introspector().isMadeUp(table, name);
    }
}
