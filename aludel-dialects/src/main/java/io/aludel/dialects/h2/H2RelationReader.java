// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.h2;

import io.aludel.core.dialect.CatalogRow;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.Generation;
import io.aludel.core.schema.ObjectKind;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Table;
import io.aludel.core.schema.Trigger;
import io.aludel.core.schema.View;
import io.aludel.core.type.ValueType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tables, views and their triggers. */
final class H2RelationReader {
    private static final String MATERIALIZED_VIEW = "org.h2.table.MaterializedView";
    private static final int USUAL_QUEUE = 1024;
    private static final List<String> EVENTS = List.of("INSERT", "UPDATE", "DELETE", "SELECT");

    private final H2Reading reading;
    private final String nullOrdering;

    H2RelationReader(H2Reading reading, String nullOrdering) {
        this.reading = reading;
        this.nullOrdering = nullOrdering;
    }

    Schema read() {
        Schema schema = Schema.EMPTY;
        boolean tables = reading.scope().has(ObjectKind.TABLE);
        boolean views = reading.scope().has(ObjectKind.VIEW);
        if (tables || views) {
            List<CatalogRow> relations = relations(tables, views);
            Map<TableName, List<CatalogRow>> columns = reading.by("table", reading.ofTables(H2Catalog.COLUMNS));
            if (tables) {
                schema = schema.withTables(tables(relations, columns));
            }
            if (views) {
                schema = schema.withViews(views(relations, columns));
            }
        }
        return reading.scope().has(ObjectKind.TRIGGER) ? schema.withTriggers(triggers()) : schema;
    }

    private List<CatalogRow> relations(boolean tables, boolean views) {
        List<String> types = Stream.concat(
                        tables ? Stream.of("BASE TABLE", "GLOBAL TEMPORARY") : Stream.of(),
                        views ? Stream.of("VIEW") : Stream.of())
                .toList();
        return reading.query(H2Catalog.TABLES, reading.schemas(), types, reading.isOfAll(), reading.names()).stream()
                .filter(row -> reading.scope().hasName(reading.name(row, "table")) && !isLock(row))
                .toList();
    }

    private static boolean isLock(CatalogRow row) {
        return !row.text("table_type").equals("BASE TABLE")
                && row.text("table_name").equalsIgnoreCase(H2Lock.TABLE);
    }

    private static boolean isView(CatalogRow row) {
        return row.text("table_type").equals("VIEW");
    }

    // tables

    private List<Table> tables(List<CatalogRow> relations, Map<TableName, List<CatalogRow>> columns) {
        H2KeyReader keys = new H2KeyReader(reading);
        H2IndexReader indexes = new H2IndexReader(reading, keys.indexColumns(), nullOrdering);
        List<Table> tables = new ArrayList<>();
        for (CatalogRow row : relations) {
            TableName name = reading.name(row, "table");
            if (isView(row) || isKeptRows(name, relations)) {
                continue;
            }
            if (isReadable(row, name)) {
                Table table = Table.of(
                                name,
                                columns.getOrDefault(name, List.of()).stream()
                                        .map(column -> column(name, column))
                                        .toList())
                        .withComment(row.nullableText("remarks"));
                tables.add(indexes.withIndexes(keys.withKeys(table)));
            }
        }
        return tables;
    }

    /** Where a materialized view keeps its rows: {@code name$1}. */
    private boolean isKeptRows(TableName name, List<CatalogRow> relations) {
        int end = name.name().lastIndexOf('$');
        return end > 0
                && relations.stream()
                        .filter(row -> row.text("table_class").equals(MATERIALIZED_VIEW))
                        .anyMatch(row -> reading.name(row, "table")
                                .equals(TableName.of(name.schema(), name.name().substring(0, end))));
    }

    private boolean isReadable(CatalogRow row, TableName name) {
        if (!row.text("table_type").equals("BASE TABLE")) {
            reading.unreadable(
                    ObjectKind.TABLE,
                    name,
                    null,
                    "It is temporary, and H2 does not tell what becomes of its rows at a commit." + H2Reading.BY_HAND);
            return false;
        }
        String kind = row.text("table_class");
        if (!kind.equals(H2Catalog.TABLE_CLASS)) {
            reading.unreadable(
                    ObjectKind.TABLE,
                    name,
                    null,
                    "Its rows are elsewhere (" + kind + "), and H2 does not tell where." + H2Reading.BY_HAND);
            return false;
        }
        return true;
    }

    private Column column(TableName table, CatalogRow row) {
        String name = row.text("column_name");
        if (row.nullableText("column_on_update") != null) {
            unreadable(table, name, "It changes its value on update.");
        }
        if (row.bool("default_on_null") && row.nullableText("identity_generation") == null) {
            unreadable(table, name, "It takes its default for NULL.");
        }
        if (!row.bool("is_visible")) {
            unreadable(table, name, "It is invisible.");
        }
        return new Column(
                name,
                reading.type(row, "domain"),
                row.text("is_nullable").equals("YES"),
                H2Reading.defaultOf(row.nullableText("column_default")),
                generation(row),
                null,
                row.nullableText("remarks"));
    }

    private void unreadable(TableName table, String column, String what) {
        reading.unreadable(ObjectKind.TABLE, table, "column \"" + column + "\"", what + H2Reading.BY_HAND);
    }

    private static Generation generation(CatalogRow row) {
        String expression = row.nullableText("generation_expression");
        if (expression != null) {
            return new Generation.Computed(H2Reading.raw(expression, ValueType.STRING), true);
        }
        String identity = row.nullableText("identity_generation");
        return identity == null
                ? Generation.NONE
                : new Generation.Identity(H2Numbering.of(row), identity.equals("ALWAYS"));
    }

    // views

    /** H2 keeps the names of a view's columns apart from the query, whoever gave them. */
    private List<View> views(List<CatalogRow> relations, Map<TableName, List<CatalogRow>> columns) {
        Map<TableName, List<CatalogRow>> queries = reading.by("table", reading.ofTables(H2Catalog.VIEWS));
        List<View> views = new ArrayList<>();
        for (CatalogRow row : relations) {
            TableName name = reading.name(row, "table");
            if (!isView(row)) {
                continue;
            }
            CatalogRow said = queries.get(name).get(0);
            String query = said.nullableText("view_definition");
            if (query == null) {
                unreadable(
                        name,
                        row.text("table_class").equals(MATERIALIZED_VIEW)
                                ? "It is materialized, and H2 does not tell its query." + H2Reading.BY_HAND
                                : "H2 does not tell its query to this user. Read the schema as an administrator.");
            } else if (!said.text("status").equals("VALID")) {
                unreadable(name, "It is invalid: what it shows is gone. Mend or drop it.");
            } else {
                views.add(View.of(name, H2Reading.definition(query))
                        .withColumns(columns.getOrDefault(name, List.of()).stream()
                                .map(column -> column.text("column_name"))
                                .toList())
                        .withComment(row.nullableText("remarks")));
            }
        }
        return views;
    }

    private void unreadable(TableName view, String reason) {
        reading.unreadable(ObjectKind.VIEW, view, null, reason);
    }

    // triggers

    /** The catalogue has a row for each event of a trigger. */
    private List<Trigger> triggers() {
        List<Trigger> triggers = new ArrayList<>();
        reading.by("trigger", reading.ofTables(H2Catalog.TRIGGERS)).forEach((name, rows) -> {
            CatalogRow row = rows.get(0);
            TableName table = reading.name(row, "table");
            if (!reading.scope().hasName(table)) {
                return;
            }
            if (row.nullableText("java_class") == null) {
                reading.unreadable(
                        ObjectKind.TRIGGER,
                        name,
                        null,
                        "H2 does not tell its source. Let it call a class, or make and change it by SQL of your own.");
            } else {
                triggers.add(new Trigger(name, table, H2Reading.definition(statement(name, table, rows))));
            }
        });
        return triggers;
    }

    private String statement(TableName name, TableName table, List<CatalogRow> rows) {
        CatalogRow row = rows.get(0);
        Set<String> events = rows.stream()
                .map(event -> event.text("event_manipulation").toUpperCase(Locale.ROOT))
                .collect(Collectors.toSet());
        if (row.bool("is_rollback")) {
            events.add("ROLLBACK");
        }
        return "create trigger " + H2Reading.sql(name) + " "
                + row.text("action_timing").toLowerCase(Locale.ROOT) + " "
                + events.stream()
                        .sorted(Comparator.comparingInt(H2RelationReader::order))
                        .map(event -> event.toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", "))
                + " on " + H2Reading.sql(table)
                + (row.text("action_orientation").equals("ROW") ? " for each row" : "")
                + (row.number("queue_size") == USUAL_QUEUE ? "" : " queue " + row.number("queue_size"))
                + (row.bool("no_wait") ? " nowait" : "")
                + " call " + reading.literal(row.text("java_class"));
    }

    private static int order(String event) {
        int order = EVENTS.indexOf(event);
        return order < 0 ? EVENTS.size() : order;
    }
}
