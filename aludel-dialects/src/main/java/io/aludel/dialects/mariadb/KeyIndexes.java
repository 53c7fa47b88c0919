// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.mariadb;

import io.aludel.core.expr.ColumnRef;
import io.aludel.core.schema.ForeignKey;
import io.aludel.core.schema.Index;
import io.aludel.core.schema.Table;
import io.aludel.core.schema.UniqueKey;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The indexes of foreign keys. InnoDB wants one that begins with the key's columns: where there is none it makes one of the key's name, which goes by
 * itself as soon as another does as well, and the last one that does cannot be dropped. Nobody asked for those: they are in no {@link Table}.
 */
final class KeyIndexes {
    private KeyIndexes() {}

    /** The keys that have such an index, because nothing else of the table serves them. */
    static List<ForeignKey> implied(Table table) {
        List<List<String>> others = new ArrayList<>();
        if (table.primaryKey() != null) {
            others.add(table.primaryKey().columns());
        }
        table.uniqueKeys().stream().map(UniqueKey::columns).forEach(others::add);
        table.indexes().stream()
                .filter(index -> index.method() == null)
                .map(KeyIndexes::leadingColumns)
                .forEach(others::add);
        return table.foreignKeys().stream()
                .filter(key -> others.stream().noneMatch(columns -> covers(columns, key.columns())))
                .toList();
    }

    /** The columns of the index up to its first expression or part of a column. */
    private static List<String> leadingColumns(Index index) {
        return index.parts().stream()
                .takeWhile(part -> part.expression() instanceof ColumnRef && part.length() == null)
                .map(part -> ((ColumnRef) part.expression()).column())
                .toList();
    }

    /** Whether an index over {@code columns} serves a key over {@code key}: it begins with them, in any order. */
    static boolean covers(List<String> columns, List<String> key) {
        return columns.size() >= key.size() && columns.subList(0, key.size()).containsAll(key);
    }

    /** Whether the table has an index or unique key of this name. */
    static boolean isNamed(Table table, String name) {
        return Stream.concat(
                        table.indexes().stream().map(Index::name),
                        table.uniqueKeys().stream().map(UniqueKey::name))
                .anyMatch(name::equals);
    }

    /** Whether the index is one that came with a foreign key of the table: it has its columns and name, or the first column's where the key has none. */
    static boolean cameWithKey(Index index, Table table) {
        return !index.unique()
                && table.foreignKeys().stream()
                        .filter(key -> key.columns().equals(index.columnNames()))
                        .anyMatch(key -> key.name().equals(index.name())
                                || MariaDbIntrospector.isNumbered(
                                                key.name(), table.name().name() + "_ibfk_")
                                        && isNamedAfter(key.columns().get(0), index.name()));
    }

    private static boolean isNamedAfter(String column, String index) {
        return index.equals(column) || MariaDbIntrospector.isNumbered(index, column + "_");
    }
}
