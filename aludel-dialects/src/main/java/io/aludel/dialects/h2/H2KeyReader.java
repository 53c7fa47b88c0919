// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.h2;

import io.aludel.core.dialect.CatalogRow;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Check;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.Deferral;
import io.aludel.core.schema.ForeignKey;
import io.aludel.core.schema.ObjectKind;
import io.aludel.core.schema.PrimaryKey;
import io.aludel.core.schema.Table;
import io.aludel.core.schema.UniqueKey;
import io.aludel.core.type.ValueType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Keys and checks of tables. */
final class H2KeyReader {
    private final H2Reading reading;
    private final Map<TableName, List<CatalogRow>> ofTables;
    private final Map<TableName, CatalogRow> constraints = new HashMap<>();
    private final Map<TableName, List<CatalogRow>> keyColumns;
    private final Map<TableName, List<CatalogRow>> foreignKeys;
    private final Map<TableName, List<CatalogRow>> checks;
    private final Map<TableName, List<CatalogRow>> indexColumns;

    H2KeyReader(H2Reading reading) {
        this.reading = reading;
        List<CatalogRow> rows = reading.ofTablesAnywhere(H2Catalog.CONSTRAINTS);
        ofTables = reading.by("table", rows);
        List<String> names = names(rows, "constraint_name");
        List<CatalogRow> references = reading.named(H2Catalog.FOREIGN_KEYS, names);
        foreignKeys = reading.by("constraint", references);
        checks = reading.by("constraint", reading.named(H2Catalog.CHECKS, names));
        List<CatalogRow> targets = reading.isOfAll()
                ? List.of()
                : reading.query(H2Catalog.TARGETS, names(references, "unique_constraint_name"));
        Stream.concat(rows.stream(), targets.stream())
                .forEach(row -> constraints.put(reading.name(row, "constraint"), row));
        keyColumns = reading.by(
                "constraint",
                reading.query(
                        H2Catalog.KEY_COLUMNS,
                        reading.isOfAll(),
                        reading.isOfAll() ? List.of() : names(constraints.values(), "constraint_name")));
        List<String> indexed = Stream.concat(
                        reading.names().stream(), names(constraints.values(), "table_name").stream())
                .distinct()
                .toList();
        indexColumns = reading.by(
                "index",
                reading.query(H2Catalog.INDEX_COLUMNS, reading.isOfAll(), reading.isOfAll() ? List.of() : indexed));
    }

    private static List<String> names(Collection<CatalogRow> rows, String column) {
        return rows.stream().map(row -> row.text(column)).distinct().toList();
    }

    /** Those of the keys' indexes among them. */
    Map<TableName, List<CatalogRow>> indexColumns() {
        return indexColumns;
    }

    Table withKeys(Table table) {
        PrimaryKey primaryKey = null;
        List<UniqueKey> uniques = new ArrayList<>();
        List<ForeignKey> references = new ArrayList<>();
        List<Check> conditions = new ArrayList<>();
        for (CatalogRow row : ofTables.getOrDefault(table.name(), List.of())) {
            TableName constraint = reading.name(row, "constraint");
            String name = constraint.name();
            if (row.text("constraint_type").equals("CHECK")) {
                conditions.add(new Check(
                        name, H2Reading.raw(checks.get(constraint).get(0).text("check_clause"), ValueType.BOOLEAN)));
                continue;
            }
            Optional<List<String>> columns = columns(constraint);
            if (columns.isEmpty() || isReference(row) && target(constraint).isEmpty()) {
                reading.unreadable(
                        ObjectKind.TABLE,
                        table.name(),
                        "key \"" + name + "\"",
                        "Columns of it were renamed, and H2 tells their order only after the database was closed. Close"
                                + " all connections to it, then try again.");
                continue;
            }
            switch (row.text("constraint_type")) {
                case "PRIMARY KEY" -> primaryKey = new PrimaryKey(name, columns.get());
                case "UNIQUE" -> uniques.add(uniqueKey(table, name, columns.get(), row));
                default -> references.add(foreignKey(constraint, columns.get()));
            }
        }
        return table.withPrimaryKey(primaryKey)
                .withUniqueKeys(uniques)
                .withForeignKeys(references)
                .withChecks(conditions);
    }

    private static boolean isReference(CatalogRow row) {
        return row.text("constraint_type").equals("FOREIGN KEY");
    }

    private UniqueKey uniqueKey(Table table, String name, List<String> columns, CatalogRow row) {
        return new UniqueKey(name, columns)
                .withNullsDistinct(nullsDistinct(reading, table, "unique constraint \"" + name + "\"", columns, row));
    }

    /**
     * Whether NULLs do not equal each other in a unique key. H2 knows a third way: in {@code all distinct}, rows are alike unless all of their columns
     * are NULL. That is another way only where one may be NULL and another have a value.
     */
    static boolean nullsDistinct(H2Reading reading, Table table, String part, List<String> columns, CatalogRow row) {
        String distinct = row.nullableText("nulls_distinct");
        boolean anyNull = columns.stream()
                .anyMatch(column -> table.column(column).map(Column::nullable).orElse(true));
        if ("ALL".equals(distinct) && columns.size() > 1 && anyNull) {
            reading.unreadable(
                    ObjectKind.TABLE,
                    table.name(),
                    part,
                    "NULLs are distinct in it only where all of its columns are NULL (nulls all distinct)."
                            + H2Reading.BY_HAND);
        }
        return !"NO".equals(distinct);
    }

    /**
     * The columns of a key; empty where their order is not told. Until the database is opened again the catalogue has a renamed column under its former
     * name there, and under its present one where the key's index is. An index that was made for the key has the key's order; one that was there before
     * may have another, and further columns.
     */
    private Optional<List<String>> columns(TableName constraint) {
        CatalogRow row = constraints.get(constraint);
        List<String> said = keyColumns.getOrDefault(constraint, List.of()).stream()
                .map(column -> column.text("column_name"))
                .toList();
        List<String> indexed = indexColumns.get(reading.name(row, "index")).stream()
                .map(column -> column.text("column_name"))
                .toList();
        if (said.size() == 1 || isMadeFor(row)) {
            return Optional.of(indexed.subList(0, said.size()));
        }
        return indexed.containsAll(said) ? Optional.of(said) : Optional.empty();
    }

    /** By the names that H2 gives to such indexes (its sources, Schema.getUniqueIndexName and AlterTableAddConstraint). */
    private static boolean isMadeFor(CatalogRow constraint) {
        String index = constraint.text("index_name");
        return constraint.text("constraint_type").equals("PRIMARY KEY")
                ? index.startsWith("PRIMARY_KEY_")
                : index.startsWith(constraint.text("constraint_name") + "_INDEX_");
    }

    /** The columns to which a foreign key points, in the order of the key that they are. */
    private Optional<List<String>> target(TableName reference) {
        return columns(reading.name(foreignKeys.get(reference).get(0), "unique_constraint"));
    }

    private ForeignKey foreignKey(TableName constraint, List<String> columns) {
        CatalogRow row = foreignKeys.get(constraint).get(0);
        List<String> targets = target(constraint).orElseThrow();
        CatalogRow key = constraints.get(reading.name(row, "unique_constraint"));
        return new ForeignKey(
                constraint.name(),
                columns,
                reading.name(key, "table"),
                keyColumns.get(constraint).stream()
                        .map(column -> targets.get((int) column.number("position_in_unique_constraint") - 1))
                        .toList(),
                action(row.text("delete_rule")),
                action(row.text("update_rule")),
                ForeignKey.Match.SIMPLE,
                Deferral.NOT_DEFERRABLE,
                true);
    }

    private static ForeignKey.Action action(String rule) {
        return ForeignKey.Action.valueOf(rule.replace(' ', '_').toUpperCase(Locale.ROOT));
    }
}
