// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.h2;

import io.aludel.core.dialect.CatalogRow;
import io.aludel.core.expr.ColumnRef;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Index;
import io.aludel.core.schema.Table;
import io.aludel.core.type.ValueType;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Indexes of tables, but for those that a constraint made. */
final class H2IndexReader {
    private final H2Reading reading;
    private final Map<TableName, List<CatalogRow>> indexes;
    private final Map<TableName, List<CatalogRow>> columns;
    private final String nullOrdering;

    /**
     * @param columns of the indexes
     * @param nullOrdering the setting by which NULLs stand where nothing is said
     */
    H2IndexReader(H2Reading reading, Map<TableName, List<CatalogRow>> columns, String nullOrdering) {
        this.reading = reading;
        this.indexes = reading.by("table", reading.ofTables(H2Catalog.INDEXES));
        this.columns = columns;
        this.nullOrdering = nullOrdering;
    }

    Table withIndexes(Table table) {
        return table.withIndexes(indexes.getOrDefault(table.name(), List.of()).stream()
                .map(row -> index(table, row))
                .toList());
    }

    private Index index(Table table, CatalogRow row) {
        String name = row.text("index_name");
        String kind = row.text("index_type_name");
        boolean unique = kind.startsWith("UNIQUE");
        List<CatalogRow> all = columns.get(reading.name(row, "index"));
        List<CatalogRow> key = all.stream()
                .filter(column -> !unique || column.bool("is_unique"))
                .toList();
        List<String> held = all.stream()
                .filter(column -> unique && !column.bool("is_unique"))
                .map(column -> column.text("column_name"))
                .toList();
        List<String> names =
                key.stream().map(column -> column.text("column_name")).toList();
        return new Index(name, key.stream().map(this::part).toList(), unique)
                .withMethod(method(kind))
                .withInclude(held)
                .withNullsDistinct(
                        !unique || H2KeyReader.nullsDistinct(reading, table, "index \"" + name + "\"", names, row));
    }

    private static @Nullable String method(String kind) {
        return kind.contains("SPATIAL") ? "spatial" : kind.contains("HASH") ? "hash" : null;
    }

    private Index.Part part(CatalogRow row) {
        boolean descending = row.text("ordering_specification").equals("DESC");
        String place = row.nullableText("null_ordering");
        Index.Part part = new Index.Part(new ColumnRef("", row.text("column_name"), ValueType.STRING), descending);
        return place == null || place.equals("FIRST") == areUsuallyFirst(descending)
                ? part
                : part.withNulls(Index.Nulls.valueOf(place));
    }

    private boolean areUsuallyFirst(boolean descending) {
        return switch (nullOrdering) {
            case "FIRST" -> true;
            case "LAST" -> false;
            case "HIGH" -> descending;
            default -> !descending; // NULL is low
        };
    }
}
