// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.mariadb;

import io.aludel.core.dialect.CatalogRow;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Check;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.Default;
import io.aludel.core.schema.Generation;
import io.aludel.core.schema.ObjectKind;
import io.aludel.core.schema.Table;
import io.aludel.core.type.SqlType;
import io.aludel.core.type.ValueType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Columns and checks of tables. */
final class MariaDbColumnReader {
    /** What MariaDB makes of {@code json}, together with a check and the collation. */
    private static final String JSON_TEXT = "longtext";

    private static final String JSON_COLLATION = "utf8mb4_bin";

    private static final Set<String> PLACES = Set.of(
            "geometry",
            "point",
            "linestring",
            "polygon",
            "multipoint",
            "multilinestring",
            "multipolygon",
            "geometrycollection");

    private final MariaDbReading reading;
    private final Map<TableName, List<CatalogRow>> columns;
    private final Map<TableName, List<CatalogRow>> checks;

    MariaDbColumnReader(MariaDbReading reading, Map<TableName, List<CatalogRow>> columns) {
        this.reading = reading;
        this.columns = columns;
        this.checks = checks();
        placesOnEarth();
    }

    private Map<TableName, List<CatalogRow>> checks() {
        if (reading.dialect().server() == Server.MARIADB) {
            return reading.byTable(reading.rows(MariaDbCatalog.CHECKS, "constraint_schema", "table_name"));
        }
        Map<String, CatalogRow> byName = new HashMap<>();
        reading.rows(MariaDbCatalog.CHECKS_WITHOUT_TABLE, "constraint_schema")
                .forEach(row -> byName.put(constraint(row), row));
        Map<TableName, List<CatalogRow>> grouped = new HashMap<>();
        for (CatalogRow row : reading.rows(MariaDbCatalog.TABLES_OF_CHECKS, "table_schema", "table_name")) {
            Optional.ofNullable(byName.get(constraint(row)))
                    .ifPresent(check -> grouped.computeIfAbsent(reading.table(row), name -> new ArrayList<>())
                            .add(check));
        }
        return grouped;
    }

    private static String constraint(CatalogRow row) {
        return row.text("table_schema") + "\n" + row.text("constraint_name");
    }

    /** The number of the system in which the points of a column have their places; the columns' own rows do not have it. */
    private void placesOnEarth() {
        boolean any =
                columns.values().stream().flatMap(List::stream).anyMatch(row -> PLACES.contains(row.text("data_type")));
        if (any && reading.dialect().server() == Server.MARIADB) {
            for (CatalogRow row : reading.rows(MariaDbCatalog.PLACES, "g_table_schema", "g_table_name")) {
                if (columns.containsKey(reading.table(row)) && reading.scope().hasName(reading.table(row))) {
                    unreadable(reading.table(row), row, "Its points are of the system " + row.text("srid") + ".");
                }
            }
        }
    }

    Table read(Table table, @Nullable String collation) {
        TableName name = table.name();
        List<CatalogRow> rows = columns.getOrDefault(name, List.of());
        if (!reading.rights().seesColumns(reading.realSchema(name), name.name())) {
            reading.unreadable(
                    ObjectKind.TABLE,
                    name,
                    null,
                    "Only those columns are shown on which there is a right; grant one on the table.");
        }
        List<CatalogRow> conditions = checks.getOrDefault(name, List.of());
        Set<String> documents = rows.stream()
                .filter(row -> row.text("column_type").equals(JSON_TEXT))
                .filter(row -> JSON_COLLATION.equals(row.nullableText("collation_name")))
                .map(row -> row.text("column_name"))
                .filter(column -> conditions.stream().anyMatch(row -> isOfDocument(row, column)))
                .collect(Collectors.toSet());
        return table.withColumns(rows.stream()
                        .map(row -> column(row, name, collation, documents))
                        .toList())
                .withChecks(conditions.stream()
                        .filter(row -> documents.stream().noneMatch(column -> isOfDocument(row, column)))
                        .map(row -> new Check(
                                row.text("constraint_name"),
                                MariaDbReading.raw(row.text("check_clause"), ValueType.BOOLEAN)))
                        .toList());
    }

    private static boolean isOfDocument(CatalogRow check, String column) {
        return check.text("constraint_name").equals(column)
                && check.text("check_clause").equals("json_valid(" + Backticks.quote(column) + ")");
    }

    private Column column(CatalogRow row, TableName table, @Nullable String usual, Set<String> documents) {
        boolean document = documents.contains(row.text("column_name"));
        String collation = row.nullableText("collation_name");
        MariaDbExtra extra = MariaDbExtra.of(row.text("extra"));
        extra.unknown().forEach(word -> unreadable(table, row, "It is " + word + "."));
        Generation generation = generation(row, extra);
        return new Column(
                row.text("column_name"),
                document ? SqlType.json() : reading.dialect().types().parse(row.text("column_type")),
                row.text("is_nullable").equals("YES"),
                generation == Generation.NONE ? defaultValue(row, table, extra) : Default.NONE,
                generation,
                document || collation == null || collation.equals(usual) ? null : collation,
                MariaDbReading.comment(row, "column_comment"));
    }

    /** MariaDB has an expression there, which is NULL where none was given; MySQL a text, unless it says that it is an expression. */
    private Default defaultValue(CatalogRow row, TableName table, MariaDbExtra extra) {
        String value = row.nullableText("column_default");
        boolean none = value == null || value.equals("NULL");
        String text = none ? "" : value(row, table, value, extra);
        if (extra.onUpdate() != null) {
            text = (text + " " + extra.onUpdate()).strip();
        }
        return text.isEmpty() ? Default.NONE : new Default.Of(MariaDbReading.raw(text, ValueType.STRING));
    }

    private String value(CatalogRow row, TableName table, String value, MariaDbExtra extra) {
        if (reading.dialect().server() == Server.MYSQL && !extra.expression()) {
            return reading.dialect().types().literal(value, ValueType.STRING);
        }
        if (isOfBytes(row) && value.contains("?")) {
            unreadable(table, row, "Its default is of bytes, which are not shown as they are.");
        }
        return OwnNames.without(reading.defaultSchema(), value).orElse(value);
    }

    private static boolean isOfBytes(CatalogRow row) {
        return row.text("data_type").endsWith("binary") || row.text("data_type").endsWith("blob");
    }

    private static Generation generation(CatalogRow row, MariaDbExtra extra) {
        if (extra.numbered()) {
            return Generation.Identity.STANDARD;
        }
        if (!extra.generated()) {
            return Generation.NONE;
        }
        String expression = row.text("generation_expression");
        if (expression.equals("ROW START") || expression.equals("ROW END")) {
            return Generation.NONE; // its table is said to have a period
        }
        return new Generation.Computed(MariaDbReading.raw(expression, ValueType.STRING), extra.stored());
    }

    private void unreadable(TableName table, CatalogRow row, String reason) {
        reading.unreadable(
                ObjectKind.TABLE, table, "column \"" + row.text("column_name") + "\"", reason + MariaDbReading.BY_HAND);
    }
}
