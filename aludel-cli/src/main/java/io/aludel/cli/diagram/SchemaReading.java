// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli.diagram;

import io.aludel.core.name.TableName;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.ForeignKey;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Table;
import io.aludel.core.schema.UniqueKey;
import io.aludel.core.type.SqlType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Tables to what is drawn of them.
 *
 * @param spelling how a type is written
 */
record SchemaReading(Function<SqlType, String> spelling) {
    Diagram read(Schema schema) {
        List<Table> tables = schema.tables().stream()
                .filter(table -> table.partition() == null)
                .toList();
        return new Diagram(
                "",
                tables.stream().map(this::table).toList(),
                tables.stream()
                        .flatMap(table -> table.foreignKeys().stream().map(key -> relationship(table, key)))
                        .toList());
    }

    private DiagramTable table(Table table) {
        return new DiagramTable(
                table.name(),
                table.columns().stream().map(column -> column(table, column)).toList());
    }

    private DiagramColumn column(Table table, Column column) {
        String name = column.name();
        Optional<TableName> references = table.foreignKeys().stream()
                .filter(key -> key.columns().contains(name))
                .map(ForeignKey::target)
                .findFirst();
        return new DiagramColumn(
                name,
                spelling.apply(column.type()),
                isInPrimaryKey(table, name),
                uniqueKeys(table).anyMatch(List.of(name)::equals),
                references.orElse(null),
                column.nullable());
    }

    private static Relationship relationship(Table table, ForeignKey key) {
        // MATCH SIMPLE: one NULL is enough for a row to point at nothing. With MATCH FULL all are NULL, or none.
        boolean optional = key.columns().stream()
                .anyMatch(name -> table.column(name).map(Column::nullable).orElse(true));
        return new Relationship(
                key.name(),
                table.name(),
                key.columns(),
                key.target(),
                key.targetColumns(),
                optional,
                isUnique(table, Set.copyOf(key.columns())));
    }

    private static boolean isInPrimaryKey(Table table, String column) {
        return table.primaryKey() != null && table.primaryKey().columns().contains(column);
    }

    /** Whether some key lies within these columns: then there is one row of these values at most. */
    private static boolean isUnique(Table table, Set<String> columns) {
        Stream<List<String>> primary = table.primaryKey() == null
                ? Stream.of()
                : Stream.of(table.primaryKey().columns());
        return Stream.concat(primary, uniqueKeys(table)).anyMatch(columns::containsAll);
    }

    /** Constraints, and indexes that do the same: over whole columns and all rows. */
    private static Stream<List<String>> uniqueKeys(Table table) {
        return Stream.concat(
                table.uniqueKeys().stream().map(UniqueKey::columns),
                table.indexes().stream()
                        .filter(index -> index.unique()
                                && index.predicate() == null
                                && index.parts().stream().allMatch(part -> part.length() == null)
                                && index.columnNames().size() == index.parts().size())
                        .map(index -> index.columnNames()));
    }
}
