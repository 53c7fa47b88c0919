// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.mariadb;

import static io.aludel.dialects.mariadb.MariaDbTableReader.grouped;
import static io.aludel.dialects.mariadb.MariaDbTableReader.texts;

import io.aludel.core.dialect.CatalogRow;
import io.aludel.core.expr.ColumnRef;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.ForeignKey;
import io.aludel.core.schema.Index;
import io.aludel.core.schema.ObjectKind;
import io.aludel.core.schema.PrimaryKey;
import io.aludel.core.schema.Table;
import io.aludel.core.schema.UniqueKey;
import io.aludel.core.type.ValueType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keys and indexes of tables. */
final class MariaDbKeyReader {
    private final MariaDbReading reading;
    private final Map<TableName, List<CatalogRow>> indexes;
    private final Map<TableName, List<CatalogRow>> keyColumns;
    private final Map<TableName, List<CatalogRow>> rules;

    MariaDbKeyReader(MariaDbReading reading) {
        this.reading = reading;
        String indexColumns = MariaDbCatalog.indexColumns(reading.dialect().server());
        this.indexes = reading.byTable(reading.rows(indexColumns, "table_schema", "table_name"));
        this.keyColumns = reading.byTable(reading.rows(MariaDbCatalog.KEY_COLUMNS, "table_schema", "table_name"));
        this.rules = reading.byTable(reading.rows(MariaDbCatalog.FOREIGN_KEYS, "constraint_schema", "table_name"));
    }

    /** @param inMemory whether indexes are of hashes where nothing is said */
    Table read(Table table, boolean inMemory) {
        return withIndexes(withForeignKeys(table), inMemory);
    }

    // foreign keys

    private Table withForeignKeys(Table table) {
        Map<String, CatalogRow> rulesByName = new HashMap<>();
        rules.getOrDefault(table.name(), List.of()).forEach(row -> rulesByName.put(row.text("constraint_name"), row));
        List<ForeignKey> keys = new ArrayList<>();
        grouped(keyColumns.getOrDefault(table.name(), List.of()), "constraint_name")
                .forEach((name, columns) -> {
                    CatalogRow rule = rulesByName.get(name);
                    if (isHidden(table, columns)) {
                        return;
                    }
                    if (rule == null) {
                        unreadable(
                                table,
                                "foreign key \"" + name + "\"",
                                "What it does is shown only to those who may do more with the table than to select; grant REFERENCES.");
                    } else {
                        keys.add(foreignKey(name, columns, rule));
                    }
                });
        return table.withForeignKeys(keys);
    }

    private ForeignKey foreignKey(String name, List<CatalogRow> columns, CatalogRow rule) {
        return ForeignKey.of(
                        name,
                        texts(columns, "column_name"),
                        reading.name(columns.get(0), "referenced_table_schema", "referenced_table_name"),
                        texts(columns, "referenced_column_name"))
                .onDelete(action(rule.text("delete_rule")))
                .onUpdate(action(rule.text("update_rule")));
    }

    /** To restrict and to take no action are the same here. */
    private static ForeignKey.Action action(String rule) {
        ForeignKey.Action action = ForeignKey.Action.valueOf(rule.replace(' ', '_'));
        return action == ForeignKey.Action.RESTRICT ? ForeignKey.Action.NO_ACTION : action;
    }

    // indexes

    /** Whether it is over a column that is not shown, as the table's own words say. */
    private static boolean isHidden(Table table, List<CatalogRow> rows) {
        return rows.stream()
                .map(row -> row.nullableText("column_name"))
                .anyMatch(column -> column != null && table.column(column).isEmpty());
    }

    /** A unique index is a unique key, unless it has what a key cannot say: the server knows no difference. */
    private Table withIndexes(Table table, boolean inMemory) {
        PrimaryKey primaryKey = null;
        List<UniqueKey> uniques = new ArrayList<>();
        List<Index> read = new ArrayList<>();
        for (Map.Entry<String, List<CatalogRow>> entry : grouped(
                        indexes.getOrDefault(table.name(), List.of()), "index_name")
                .entrySet()) {
            if (isHidden(table, entry.getValue())) {
                continue;
            }
            Index index = index(entry.getKey(), entry.getValue(), inMemory);
            if (entry.getKey().equals(PrimaryKey.UNNAMED)) {
                primaryKey = primaryKey(table, index);
            } else if (index.unique() && isPlain(index)) {
                uniques.add(new UniqueKey(entry.getKey(), index.columnNames()));
            } else {
                read.add(index);
            }
        }
        read.removeIf(index -> isPlain(index) && KeyIndexes.cameWithKey(index, table));
        return table.withPrimaryKey(primaryKey).withUniqueKeys(uniques).withIndexes(read);
    }

    private @Nullable PrimaryKey primaryKey(Table table, Index index) {
        if (!isPlain(index)) {
            unreadable(
                    table,
                    "primary key",
                    "It has a length, a direction, a kind or a comment." + MariaDbReading.BY_HAND);
        }
        return index.columnNames().isEmpty() ? null : new PrimaryKey(PrimaryKey.UNNAMED, index.columnNames());
    }

    /** Whether it is said by its columns. */
    private static boolean isPlain(Index index) {
        return index.method() == null
                && index.options().isEmpty()
                && index.parts().stream()
                        .allMatch(part -> part.equals(new Index.Part(part.expression(), false))
                                && part.expression() instanceof ColumnRef);
    }

    private Index index(String name, List<CatalogRow> rows, boolean inMemory) {
        CatalogRow first = rows.get(0);
        String method = method(first, inMemory);
        List<String> options = new ArrayList<>();
        String comment = MariaDbReading.comment(first, "index_comment");
        if (comment != null) {
            options.add("comment " + MariaDbLiterals.literal(comment, true));
        }
        if ("NO".equals(first.nullableText("is_visible"))) {
            options.add(reading.dialect().server().unusedIndex());
        }
        return new Index(name, rows.stream().map(row -> part(row, method)).toList(), !first.bool("non_unique"))
                .withMethod(method)
                .withOptions(options);
    }

    /** A unique key over long texts has a hash, whatever one asks for. */
    private static @Nullable String method(CatalogRow row, boolean inMemory) {
        String type = row.text("index_type").toLowerCase(Locale.ROOT);
        return switch (type) {
            case "btree" -> inMemory ? type : null;
            case "hash" -> inMemory ? null : row.bool("non_unique") ? type : null;
            case "rtree" -> "spatial";
            default -> type;
        };
    }

    private static Index.Part part(CatalogRow row, @Nullable String method) {
        String column = row.nullableText("column_name");
        Index.Part part = new Index.Part(
                column == null
                        ? MariaDbReading.raw(MariaDbReading.unescaped(row.text("expression")), ValueType.STRING)
                        : new ColumnRef("", column, ValueType.STRING),
                "D".equals(row.nullableText("collation")));
        boolean whole = row.nullableText("sub_part") == null || "spatial".equals(method) || "fulltext".equals(method);
        return whole ? part : part.withLength((int) row.number("sub_part"));
    }

    private void unreadable(Table table, String part, String reason) {
        reading.unreadable(ObjectKind.TABLE, table.name(), part, reason);
    }
}
