// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.op;

import io.aludel.core.name.TableName;
import io.aludel.core.schema.Exclusion;
import io.aludel.core.schema.Index;
import io.aludel.core.schema.Table;
import io.aludel.core.type.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A table as a script describes it, line by line. */
public final class TableDefinition {
    private final TableName name;
    private final List<ColumnDefinition> columns = new ArrayList<>();
    private final List<UniqueKeyDefinition> uniqueKeys = new ArrayList<>();
    private final List<ForeignKeyDefinition> foreignKeys = new ArrayList<>();
    private final List<CheckDefinition> checks = new ArrayList<>();
    private final List<ExclusionDefinition> exclusions = new ArrayList<>();
    private final List<IndexDefinition> indexes = new ArrayList<>();
    private final List<String> options = new ArrayList<>();
    private @Nullable PrimaryKeyDefinition primaryKey;
    private @Nullable String comment;

    TableDefinition(TableName name) {
        this.name = name;
    }

    /** A column that takes NULL, unless what follows says {@code notNull}. */
    public ColumnDefinition column(String column, SqlType type) {
        ColumnDefinition described = new ColumnDefinition(column, type);
        columns.add(described);
        return described;
    }

    /** A column that the database numbers from 1, never NULL. */
    public ColumnDefinition identity(String column, SqlType type) {
        return column(column, type).notNull().identity();
    }

    public PrimaryKeyDefinition primaryKey(String key, String... columns) {
        PrimaryKeyDefinition described = new PrimaryKeyDefinition(key, List.of(columns));
        primaryKey = described;
        return described;
    }

    public UniqueKeyDefinition unique(String key, String... columns) {
        UniqueKeyDefinition described = new UniqueKeyDefinition(key, List.of(columns));
        uniqueKeys.add(described);
        return described;
    }

    /** A foreign key over these columns; what follows says what it {@code references}. */
    public ForeignKeyDefinition foreignKey(String key, String... columns) {
        ForeignKeyDefinition described = new ForeignKeyDefinition(key, List.of(columns));
        foreignKeys.add(described);
        return described;
    }

    public CheckDefinition check(String check, Term condition) {
        CheckDefinition described = new CheckDefinition(check, condition);
        checks.add(described);
        return described;
    }

    /** No two rows fulfil all these operators: {@code column("room").with("=")}. */
    public ExclusionDefinition exclusion(String exclusion, Exclusion.Element... elements) {
        ExclusionDefinition described = new ExclusionDefinition(exclusion, List.of(elements));
        exclusions.add(described);
        return described;
    }

    public IndexDefinition index(String index, String... columns) {
        return index(index, Stream.of(columns).map(Index.Part::column).toList());
    }

    /** An index over expressions, or with keys that are not compared as their columns are. */
    public IndexDefinition index(String index, IndexKey... keys) {
        return index(index, Stream.of(keys).map(IndexKey::part).toList());
    }

    private IndexDefinition index(String index, List<Index.Part> parts) {
        IndexDefinition described = new IndexDefinition(index, parts);
        indexes.add(described);
        return described;
    }

    /** What only one database knows about this table, in its own words. */
    public void option(String option) {
        options.add(option);
    }

    public void comment(String comment) {
        this.comment = comment;
    }

    Table table() {
        return Table.of(name, columns.stream().map(ColumnDefinition::ofNewTable).toList())
                .withPrimaryKey(primaryKey == null ? null : primaryKey.key())
                .withUniqueKeys(
                        uniqueKeys.stream().map(UniqueKeyDefinition::key).toList())
                .withForeignKeys(foreignKeys.stream()
                        .map(ForeignKeyDefinition::foreignKey)
                        .toList())
                .withChecks(checks.stream().map(CheckDefinition::check).toList())
                .withExclusions(
                        exclusions.stream().map(ExclusionDefinition::exclusion).toList())
                .withIndexes(indexes.stream().map(IndexDefinition::ofNewTable).toList())
                .withOptions(options)
                .withComment(comment);
    }
}
