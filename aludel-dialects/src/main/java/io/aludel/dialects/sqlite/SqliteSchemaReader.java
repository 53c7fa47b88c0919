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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Puts together a schema from the rows of {@link SqliteCatalog}. What cannot be read is told of, and the rest is read. */
final class SqliteSchemaReader {
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
        Map<String, String> texts = new HashMap<>();
        statements.stream()
                .filter(row -> !row.text("type").equals("index"))
                .filter(row -> !row.text("type").equals("trigger"))
                .forEach(row -> texts.put(row.text("name"), row.text("sql")));
        Map<String, String> indexTexts = ofType(statements, "index").stream()
                .filter(row -> row.nullableText("sql") != null)
                .collect(Collectors.toMap(row -> row.text("name"), row -> row.text("sql")));
        Map<String, List<CatalogRow>> columns = byTable(catalog.columns());
        Map<String, List<CatalogRow>> indexes = byTable(catalog.indexes());
        Map<String, List<CatalogRow>> foreignKeys = byTable(catalog.foreignKeys());
        for (CatalogRow row : catalog.tables()) {
            String name = row.text("name");
            ObjectKind kind = row.text("type").equals("view") ? ObjectKind.VIEW : ObjectKind.TABLE;
            read(kind, name, () -> {
                String text = texts.get(name);
                switch (row.text("type")) {
                    case "table" ->
                        table(new SqliteTableReader(
                                types,
                                row,
                                CreateTable.of(Objects.requireNonNull(text, name)),
                                columns.getOrDefault(name, List.of()),
                                indexes.getOrDefault(name, List.of()),
                                indexTexts,
                                foreignKeys.getOrDefault(name, List.of())));
                    case "view" -> view(name, Objects.requireNonNull(text, name));
                    case "virtual" ->
                        refuse(
                                kind,
                                name,
                                "It is a virtual table, whose module alone knows what it is. Create it with SQL of your"
                                        + " own.");
                    default ->
                        refuse(
                                kind,
                                name,
                                "It keeps the rows of a virtual table, with which it comes and goes. Leave it to that"
                                        + " one.");
                }
            });
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

    private static Map<String, List<CatalogRow>> byTable(List<CatalogRow> rows) {
        Function<CatalogRow, String> table = row -> row.text("table_name");
        return rows.stream().collect(Collectors.groupingBy(table));
    }
}
