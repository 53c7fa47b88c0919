// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.schema;

import io.aludel.core.name.TableName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A table with all that belongs to it. Columns keep their order; keys, indexes and checks are ordered by name.
 *
 * @param columns of a partition only those of which it says something else than its table does: a default, {@code not null}, a comment
 * @param primaryKey null where there is none
 * @param partition which part of another table it is; null where it is a table of its own
 * @param options what only one database knows about this table, in its own words ({@code without rowid}), in its order
 * @param comment null where there is none
 */
public record Table(
        TableName name,
        List<Column> columns,
        @Nullable PrimaryKey primaryKey,
        List<UniqueKey> uniqueKeys,
        List<ForeignKey> foreignKeys,
        List<Check> checks,
        List<Exclusion> exclusions,
        List<Index> indexes,
        @Nullable Partition partition,
        List<String> options,
        @Nullable String comment)
        implements SchemaObject {
    public Table {
        Objects.requireNonNull(name, "name");
        columns = List.copyOf(columns);
        uniqueKeys = uniqueKeys.stream()
                .sorted(Comparator.comparing(UniqueKey::name))
                .toList();
        foreignKeys = foreignKeys.stream()
                .sorted(Comparator.comparing(ForeignKey::name))
                .toList();
        checks = checks.stream().sorted(Comparator.comparing(Check::name)).toList();
        exclusions = exclusions.stream()
                .sorted(Comparator.comparing(Exclusion::name))
                .toList();
        indexes = indexes.stream().sorted(Comparator.comparing(Index::name)).toList();
        options = List.copyOf(options);
        Set<String> names = new HashSet<>();
        for (Column column : columns) {
            if (!names.add(column.name())) {
                throw new SchemaException(
                        "Table \"" + name + "\" has two columns \"" + column.name() + "\"; rename one of them.");
            }
        }
        if (partition == null) {
            requireColumns(name, names, primaryKey, uniqueKeys, foreignKeys, indexes);
        }
    }

    /** A table with columns only; the rest is added by {@code with…}. */
    public static Table of(TableName name, List<Column> columns) {
        return new Table(
                name, columns, null, List.of(), List.of(), List.of(), List.of(), List.of(), null, List.of(), null);
    }

    @Override
    public ObjectKind kind() {
        return ObjectKind.TABLE;
    }

    public Optional<Column> column(String column) {
        return columns.stream()
                .filter(candidate -> candidate.name().equals(column))
                .findFirst();
    }

    /** The column, which must be there. */
    public Column requireColumn(String column) {
        return column(column)
                .orElseThrow(() -> new SchemaException("Table \"" + name + "\" has no column \"" + column
                        + "\"; it has: "
                        + String.join(", ", columns.stream().map(Column::name).toList()) + "."));
    }

    /** The column that the database numbers by itself, if there is one. */
    public Optional<Column> identityColumn() {
        return columns.stream()
                .filter(column -> column.generation() instanceof Generation.Identity)
                .findFirst();
    }

    public Table withName(TableName name) {
        return new Table(
                name,
                columns,
                primaryKey,
                uniqueKeys,
                foreignKeys,
                checks,
                exclusions,
                indexes,
                partition,
                options,
                comment);
    }

    public Table withColumns(List<Column> columns) {
        return new Table(
                name,
                columns,
                primaryKey,
                uniqueKeys,
                foreignKeys,
                checks,
                exclusions,
                indexes,
                partition,
                options,
                comment);
    }

    /** The same with this column, in the place of the one of its name, or as the last. */
    public Table withColumn(Column column) {
        List<Column> changed = new ArrayList<>(columns);
        for (int i = 0; i < changed.size(); i++) {
            if (changed.get(i).name().equals(column.name())) {
                changed.set(i, column);
                return withColumns(changed);
            }
        }
        changed.add(column);
        return withColumns(changed);
    }

    /** Its columns without what is said about them: no keys, checks or indexes. */
    public Table withoutConstraints() {
        return new Table(
                name, columns, null, List.of(), List.of(), List.of(), List.of(), List.of(), partition, options,
                comment);
    }

    public Table withPrimaryKey(@Nullable PrimaryKey primaryKey) {
        return new Table(
                name,
                columns,
                primaryKey,
                uniqueKeys,
                foreignKeys,
                checks,
                exclusions,
                indexes,
                partition,
                options,
                comment);
    }

    public Table withUniqueKeys(List<UniqueKey> uniqueKeys) {
        return new Table(
                name,
                columns,
                primaryKey,
                uniqueKeys,
                foreignKeys,
                checks,
                exclusions,
                indexes,
                partition,
                options,
                comment);
    }

    public Table withForeignKeys(List<ForeignKey> foreignKeys) {
        return new Table(
                name,
                columns,
                primaryKey,
                uniqueKeys,
                foreignKeys,
                checks,
                exclusions,
                indexes,
                partition,
                options,
                comment);
    }

    public Table withChecks(List<Check> checks) {
        return new Table(
                name,
                columns,
                primaryKey,
                uniqueKeys,
                foreignKeys,
                checks,
                exclusions,
                indexes,
                partition,
                options,
                comment);
    }

    public Table withIndexes(List<Index> indexes) {
        return new Table(
                name,
                columns,
                primaryKey,
                uniqueKeys,
                foreignKeys,
                checks,
                exclusions,
                indexes,
                partition,
                options,
                comment);
    }

    public Table withExclusions(List<Exclusion> exclusions) {
        return new Table(
                name,
                columns,
                primaryKey,
                uniqueKeys,
                foreignKeys,
                checks,
                exclusions,
                indexes,
                partition,
                options,
                comment);
    }

    public Table withPartition(@Nullable Partition partition) {
        return new Table(
                name,
                columns,
                primaryKey,
                uniqueKeys,
                foreignKeys,
                checks,
                exclusions,
                indexes,
                partition,
                options,
                comment);
    }

    public Table withOptions(List<String> options) {
        return new Table(
                name,
                columns,
                primaryKey,
                uniqueKeys,
                foreignKeys,
                checks,
                exclusions,
                indexes,
                partition,
                options,
                comment);
    }

    public Table withComment(@Nullable String comment) {
        return new Table(
                name,
                columns,
                primaryKey,
                uniqueKeys,
                foreignKeys,
                checks,
                exclusions,
                indexes,
                partition,
                options,
                comment);
    }

    private static void requireColumns(
            TableName table,
            Set<String> present,
            @Nullable PrimaryKey primaryKey,
            List<UniqueKey> uniqueKeys,
            List<ForeignKey> foreignKeys,
            List<Index> indexes) {
        if (primaryKey != null) {
            requireColumns(table, present, "primary key", primaryKey.name(), primaryKey.columns());
        }
        for (UniqueKey key : uniqueKeys) {
            requireColumns(table, present, "unique constraint", key.name(), key.columns());
        }
        for (ForeignKey key : foreignKeys) {
            requireColumns(table, present, "foreign key", key.name(), key.columns());
        }
        for (Index index : indexes) {
            requireColumns(table, present, "index", index.name(), index.columnNames());
        }
    }

    private static void requireColumns(
            TableName table, Set<String> present, String kind, String key, List<String> columns) {
        for (String column : columns) {
            if (!present.contains(column)) {
                throw new SchemaException("The " + kind + " \"" + key + "\" of table \"" + table
                        + "\" is over column \"" + column + "\", which the table does not have.");
            }
        }
    }
}
