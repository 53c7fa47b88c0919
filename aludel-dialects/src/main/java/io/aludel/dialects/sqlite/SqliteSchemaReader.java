// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.sqlite;

import io.aludel.core.dialect.CatalogRow;
import io.aludel.core.dialect.Types;
import io.aludel.core.name.TableName;
import io.aludel.core.parse.SqlTextException;
import io.aludel.core.schema.Definition;
import io.aludel.core.schema.ObjectKind;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.SchemaException;
import io.aludel.core.schema.Table;
import io.aludel.core.schema.Trigger;
import io.aludel.core.schema.Unreadable;
import io.aludel.core.schema.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Puts together a schema from the rows of {@link SqliteCatalog}. What cannot be read is told of, and the rest is read. */
final class SqliteSchemaReader {
    private static final String VIRTUAL =
            "It is a virtual table, whose module alone knows what it is. Create it with SQL of your own.";
    private static final String SHADOW =
            "It keeps the rows of a virtual table, with which it comes and goes. Leave it to that one.";

    private final SqliteCatalog catalog;
    private final Types types;
    private final List<Table> tables = new ArrayList<>();
    private final List<View> views = new ArrayList<>();
    private final List<Trigger> triggers = new ArrayList<>();
    private final List<Unreadable> unreadable = new ArrayList<>();

    SqliteSchemaReader(SqliteCatalog catalog, Types types) {
        this.catalog = catalog;
        this.types = types;
    }

    Schema read() {
        List<CatalogRow> statements = catalog.statements();
        tablesAndViews(statements);
        ofType(statements, "trigger").forEach(this::trigger);
        catalog.attached().forEach(this::attached);
        return Schema.of(tables, List.of())
                .withViews(views)
                .withTriggers(triggers)
                .withUnreadable(unreadable);
    }

    private void tablesAndViews(List<CatalogRow> statements) {
        TableRows rows = new TableRows(
                texts(statements, "table"),
                texts(statements, "index"),
                byTable(catalog.columns()),
                byTable(catalog.indexes()),
                byTable(catalog.foreignKeys()));
        Map<String, String> views = texts(statements, "view");
        for (CatalogRow row : catalog.tables()) {
            String name = row.text("name");
            switch (row.text("type")) {
                case "table" -> read(ObjectKind.TABLE, name, () -> table(rows.reader(types, row)));
                case "view" -> read(ObjectKind.VIEW, name, () -> view(name, Objects.requireNonNull(views.get(name))));
                case "virtual" -> read(ObjectKind.TABLE, name, () -> refuse(ObjectKind.TABLE, name, VIRTUAL));
                default -> read(ObjectKind.TABLE, name, () -> refuse(ObjectKind.TABLE, name, SHADOW));
            }
        }
    }

    /** What is known of all tables, by their names; of indexes by theirs. */
    private record TableRows(
            Map<String, String> texts,
            Map<String, String> indexTexts,
            Map<String, List<CatalogRow>> columns,
            Map<String, List<CatalogRow>> indexes,
            Map<String, List<CatalogRow>> foreignKeys) {
        SqliteTableReader reader(Types types, CatalogRow row) {
            String name = row.text("name");
            return new SqliteTableReader(
                    types,
                    row,
                    CreateTable.of(Objects.requireNonNull(texts.get(name), name)),
                    columns.getOrDefault(name, List.of()),
                    indexes.getOrDefault(name, List.of()),
                    indexTexts,
                    foreignKeys.getOrDefault(name, List.of()));
        }
    }

    private void table(SqliteTableReader reader) {
        tables.add(reader.read());
        unreadable.addAll(reader.unreadable());
    }

    private void view(String name, String text) {
        CreateView view = CreateView.of(text);
        views.add(View.of(TableName.of(name), new Definition("sqlite", view.query()))
                .withColumns(view.columns()));
    }

    private void trigger(CatalogRow row) {
        String name = row.text("name");
        read(
                ObjectKind.TRIGGER,
                name,
                () -> triggers.add(new Trigger(
                        TableName.of(name),
                        TableName.of(row.text("tbl_name")),
                        new Definition("sqlite", row.text("sql")))));
    }

    private void attached(String name) {
        refuse(
                ObjectKind.SCHEMA,
                name,
                "It is another database than the connection's main one, which alone is read. Open it by itself.");
    }

    /** One that cannot be read does not keep the others from it. */
    private void read(ObjectKind kind, String name, Runnable reading) {
        if (name.isBlank()) {
            unreadable.add(new Unreadable(
                    ObjectKind.SCHEMA,
                    TableName.of("main"),
                    kind.words() + " \"" + name + "\"",
                    "Its name is empty. Rename it."));
            return;
        }
        try {
            reading.run();
        } catch (SqlTextException e) {
            refuse(kind, name, "The statement that SQLite keeps of it cannot be read: " + e.getMessage());
        } catch (SchemaException | IllegalArgumentException e) {
            refuse(kind, name, String.valueOf(e.getMessage()));
        }
    }

    private void refuse(ObjectKind kind, String name, String reason) {
        unreadable.add(new Unreadable(kind, TableName.of(name), null, reason));
    }

    private static List<CatalogRow> ofType(List<CatalogRow> statements, String type) {
        return statements.stream().filter(row -> row.text("type").equals(type)).toList();
    }

    /** By name; an index that SQLite made for a key has none. */
    private static Map<String, String> texts(List<CatalogRow> statements, String type) {
        return ofType(statements, type).stream()
                .filter(row -> row.nullableText("sql") != null)
                .collect(Collectors.toMap(row -> row.text("name"), row -> row.text("sql")));
    }

    private static Map<String, List<CatalogRow>> byTable(List<CatalogRow> rows) {
        Function<CatalogRow, String> table = row -> row.text("table_name");
        return rows.stream().collect(Collectors.groupingBy(table));
    }
}
