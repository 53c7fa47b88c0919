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
    private final MarkedTexts marked;

    MariaDbColumnReader(MariaDbReading reading, Map<TableName, List<CatalogRow>> columns) {
        this.reading = reading;
        this.columns = columns;
        this.marked = new MarkedTexts(reading);
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
            CatalogRow check = byName.get(constraint(row));
            if (check != null && row.text("enforced").equals("NO")) {
                reading.unreadable(
                        ObjectKind.TABLE,
                        reading.table(row),
                        "check \"" + row.text("constraint_name") + "\"",
                        "It is not enforced." + MariaDbReading.BY_HAND);
            } else if (check != null) {
                grouped.computeIfAbsent(reading.table(row), name -> new ArrayList<>())
                        .add(check);
            }
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
        if (any) {
            String query = MariaDbCatalog.places(reading.dialect().server());
            String prefix = isMariaDb() ? "g_" : "";
            for (CatalogRow row : reading.rows(query, prefix + "table_schema", prefix + "table_name")) {
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
        Map<String, String> strings = isMariaDb() ? marked.defaults(name, rows) : Map.of();
        return table.withColumns(rows.stream()
                        .map(row -> column(row, name, collation, documents, strings))
                        .toList())
                .withChecks(conditions.stream()
                        .filter(row -> documents.stream().noneMatch(column -> isOfDocument(row, column)))
                        .map(row -> new Check(
                                row.text("constraint_name"),
                                MariaDbReading.raw(
                                        expression(
                                                name,
                                                "check \"" + row.text("constraint_name") + "\"",
                                                row.text("check_clause")),
                                        ValueType.BOOLEAN)))
                        .toList());
    }

    private boolean isMariaDb() {
        return reading.dialect().server() == Server.MARIADB;
    }

    /** An expression of the table, as it may stand in SQL. */
    private String expression(TableName table, String part, String told) {
        if (!isMariaDb()) {
            return MariaDbReading.unescaped(told);
        }
        Optional<String> expression = marked.expression(table, told);
        if (expression.isEmpty()) {
            reading.unreadable(ObjectKind.TABLE, table, part, MarkedTexts.LOST + MariaDbReading.BY_HAND);
        }
        return expression.orElse(told);
    }

    private static boolean isOfDocument(CatalogRow check, String column) {
        return check.text("constraint_name").equals(column)
                && check.text("check_clause").equals("json_valid(" + Backticks.quote(column) + ")");
    }

    private Column column(
            CatalogRow row,
            TableName table,
            @Nullable String usual,
            Set<String> documents,
            Map<String, String> strings) {
        boolean document = documents.contains(row.text("column_name"));
        String collation = row.nullableText("collation_name");
        MariaDbExtra extra = MariaDbExtra.of(row.text("extra"));
        extra.unknown().forEach(word -> unreadable(table, row, "It is " + word + "."));
        Generation generation = generation(row, table, extra);
        if (isMariaDb() && isEnum(row) && MarkedTexts.isMarked(row.text("column_type"))) {
            unreadable(table, row, MarkedTexts.LOST);
        }
        return new Column(
                row.text("column_name"),
                document ? SqlType.json() : reading.dialect().types().parse(row.text("column_type")),
                row.text("is_nullable").equals("YES"),
                generation == Generation.NONE ? defaultValue(row, table, extra, strings) : Default.NONE,
                generation,
                document || collation == null || collation.equals(usual) ? null : collation,
                MariaDbReading.comment(row, "column_comment"));
    }

    /** MariaDB has an expression there, which is NULL where none was given; MySQL a text, unless it says that it is an expression. */
    private Default defaultValue(CatalogRow row, TableName table, MariaDbExtra extra, Map<String, String> strings) {
        String value = row.nullableText("column_default");
        String text = value == null || isMariaDb() && value.equals("NULL")
                ? ""
                : isMariaDb() ? value(row, table, value, strings) : valueOfMySql(row, table, value, extra);
        if (extra.onUpdate() != null) {
            text = (text + " " + extra.onUpdate()).strip();
        }
        return text.isEmpty() ? Default.NONE : new Default.Of(MariaDbReading.raw(text, ValueType.STRING));
    }

    private String value(CatalogRow row, TableName table, String value, Map<String, String> strings) {
        String column = row.text("column_name");
        if (MarkedTexts.isString(value)) {
            if (MarkedTexts.isMarked(value) && !strings.containsKey(column)) {
                unreadable(table, row, "Its default may hold more than is shown; grant SELECT.");
            }
            return strings.getOrDefault(column, value);
        }
        String expression = expression(table, "column \"" + column + "\"", value);
        return OwnNames.without(reading.defaultSchema(), expression).orElse(expression);
    }

    private String valueOfMySql(CatalogRow row, TableName table, String value, MariaDbExtra extra) {
        if (extra.expression()) {
            return MariaDbReading.unescaped(value);
        }
        if (row.text("data_type").endsWith("binary")) {
            unreadable(table, row, "Its default is of bytes, of which only those before a zero are shown.");
        }
        return row.text("data_type").equals("bit")
                ? value
                : reading.dialect().types().literal(value, ValueType.STRING);
    }

    private static boolean isEnum(CatalogRow row) {
        return row.text("data_type").equals("enum") || row.text("data_type").equals("set");
    }

    private Generation generation(CatalogRow row, TableName table, MariaDbExtra extra) {
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
        String own = expression(table, "column \"" + row.text("column_name") + "\"", expression);
        return new Generation.Computed(MariaDbReading.raw(own, ValueType.STRING), extra.stored());
    }

    private void unreadable(TableName table, CatalogRow row, String reason) {
        reading.unreadable(
                ObjectKind.TABLE, table, "column \"" + row.text("column_name") + "\"", reason + MariaDbReading.BY_HAND);
    }
}
