// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.postgresql;

import io.aludel.core.dialect.CatalogReader;
import io.aludel.core.dialect.CatalogRow;
import io.aludel.core.dialect.Scope;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.Default;
import io.aludel.core.schema.Generation;
import io.aludel.core.schema.ObjectKind;
import io.aludel.core.schema.Partition;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Table;
import io.aludel.core.schema.Trigger;
import io.aludel.core.schema.View;
import io.aludel.core.type.ValueType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tables and views, and what belongs to them: one query finds them, and one for each kind of part fills them. */
final class PostgresRelationReader {
    private final PostgresReading reading;
    private final CatalogReader catalog;
    private final Scope scope;
    private final int version;
    /** By their numbers. */
    private final Map<String, CatalogRow> relations = new LinkedHashMap<>();

    /**
     * @param version as {@code server_version_num} has it
     */
    PostgresRelationReader(PostgresReading reading, CatalogReader catalog, Scope scope, int version) {
        this.reading = reading;
        this.catalog = catalog;
        this.scope = scope;
        this.version = version;
    }

    Schema read() {
        List<String> kinds = kinds();
        if (kinds.isEmpty()) {
            return Schema.EMPTY;
        }
        relations(kinds).forEach(row -> relations.put(row.text("oid"), row));
        boolean parts = scope.has(ObjectKind.TABLE) || scope.has(ObjectKind.VIEW);
        Map<String, List<CatalogRow>> indexes = parts ? parts(PostgresTableCatalog.indexes(version)) : Map.of();
        if (parts) {
            others();
        }
        return Schema.EMPTY
                .withTables(tables(indexes))
                .withViews(views(indexes))
                .withTriggers(triggers());
    }

    /** As {@code relkind} has them: tables, partitioned and foreign ones; views and materialized ones. */
    private List<String> kinds() {
        List<String> kinds = new ArrayList<>();
        if (scope.has(ObjectKind.TABLE) || scope.has(ObjectKind.TRIGGER)) {
            kinds.addAll(List.of("r", "p", "f"));
        }
        if (scope.has(ObjectKind.VIEW) || scope.has(ObjectKind.TRIGGER)) {
            kinds.addAll(List.of("v", "m"));
        }
        return kinds;
    }

    private List<CatalogRow> relations(List<String> kinds) {
        List<TableName> wanted = scope.names() == null ? List.of() : List.copyOf(scope.names());
        return catalog.query(
                PostgresTableCatalog.RELATIONS,
                reading.schemas(),
                kinds,
                scope.names() == null,
                wanted.stream().map(reading::realSchema).toList(),
                wanted.stream().map(TableName::name).toList());
    }

    /** The rows of a query about all that was found, by what they are parts of. */
    private Map<String, List<CatalogRow>> parts(String query) {
        Map<String, List<CatalogRow>> parts = new HashMap<>();
        for (CatalogRow row : catalog.query(query, List.copyOf(relations.keySet()))) {
            parts.computeIfAbsent(row.text("oid"), oid -> new ArrayList<>()).add(row);
        }
        return parts;
    }

    private static boolean isView(CatalogRow relation) {
        return Set.of("v", "m").contains(relation.text("kind"));
    }

    // tables

    private List<Table> tables(Map<String, List<CatalogRow>> indexes) {
        if (!scope.has(ObjectKind.TABLE)) {
            return List.of();
        }
        Map<String, List<CatalogRow>> columns = parts(PostgresTableCatalog.COLUMNS);
        Map<String, List<CatalogRow>> constraints = parts(PostgresTableCatalog.constraints(version));
        List<Table> tables = new ArrayList<>();
        relations.forEach((oid, row) -> {
            if (row.text("kind").equals("f")) {
                reading.unreadable(
                        ObjectKind.TABLE,
                        reading.name(row),
                        null,
                        "It is a foreign table, whose rows are elsewhere." + PostgresReading.BY_HAND);
            } else if (!isView(row)) {
                Table table = table(row, columns.getOrDefault(oid, List.of()));
                PostgresIndexReader found = new PostgresIndexReader(
                        reading, ObjectKind.TABLE, table.name(), indexes.getOrDefault(oid, List.of()));
                tables.add(new PostgresConstraintReader(reading, table.name(), constraints.getOrDefault(oid, List.of()))
                        .in(table)
                        .withIndexes(found.indexes())
                        .withExclusions(found.exclusions()));
            }
        });
        return tables;
    }

    private Table table(CatalogRow row, List<CatalogRow> columns) {
        TableName name = reading.name(row);
        if (row.nullableText("of_type") != null) {
            odd(name, null, "It has its columns from the type " + row.text("of_type") + ".");
        }
        if (row.bool("has_row_security")) {
            odd(name, "row-level security", "It decides which rows a role sees.");
        }
        if (row.bool("is_going")) {
            odd(name, null, "It is about to be no partition any more (detach … concurrently was not finished).");
        }
        return Table.of(
                        name,
                        columns.stream().map(column -> column(name, column)).toList())
                .withPartition(
                        row.bool("is_partition")
                                ? new Partition(reading.name(row, "parent_schema", "parent_name"), row.text("bound"))
                                : null)
                .withOptions(options(row))
                .withComment(row.nullableText("comment"));
    }

    private void odd(TableName table, @Nullable String part, String reason) {
        reading.unreadable(ObjectKind.TABLE, table, part, reason + PostgresReading.BY_HAND);
    }

    /** In the order in which {@code create table} takes them, but for the first, which stands before the word table. */
    private static List<String> options(CatalogRow row) {
        List<String> options = new ArrayList<>();
        if (row.text("persistence").equals("u")) {
            options.add(PostgresDdl.UNLOGGED);
        }
        if (!row.texts("inherits").isEmpty()) {
            options.add("inherits (" + String.join(", ", PostgresReading.names(row, "inherits")) + ")");
        }
        if (row.nullableText("partition_key") != null) {
            options.add("partition by " + row.text("partition_key"));
        }
        if (row.nullableText("access_method") != null) {
            options.add("using " + row.text("access_method"));
        }
        List<String> parameters = new ArrayList<>(PostgresReading.names(row, "options"));
        PostgresReading.names(row, "toast_options").forEach(option -> parameters.add("toast." + option));
        if (!parameters.isEmpty()) {
            options.add("with (" + String.join(", ", parameters) + ")");
        }
        return options;
    }

    // columns

    private Column column(TableName table, CatalogRow row) {
        String name = row.text("name");
        String expression = row.nullableText("expression");
        Generation generation = generation(row, expression);
        String collation = row.nullableText("collation");
        return new Column(
                name,
                reading.type(row.text("type")),
                !row.bool("not_null"),
                generation instanceof Generation.Computed ? Default.NONE : PostgresReading.defaultOf(expression),
                generation,
                reading.collation(
                        collation,
                        row.nullableText("collation_schema"),
                        ObjectKind.TABLE,
                        table,
                        "column \"" + name + "\""),
                row.nullableText("comment"));
    }

    private static Generation generation(CatalogRow row, @Nullable String expression) {
        String generated = row.text("generated");
        if (!generated.isEmpty()) {
            return new Generation.Computed(
                    PostgresReading.raw(Objects.requireNonNull(expression), ValueType.STRING), generated.equals("s"));
        }
        String identity = row.text("identity");
        return identity.isEmpty()
                ? Generation.NONE
                : new Generation.Identity(PostgresReading.numbering(row), identity.equals("a"));
    }

    // views, triggers, and what is neither

    private List<View> views(Map<String, List<CatalogRow>> indexes) {
        List<View> views = new ArrayList<>();
        relations.forEach((oid, row) -> {
            if (isView(row) && scope.has(ObjectKind.VIEW)) {
                TableName name = reading.name(row);
                views.add(View.of(name, PostgresReading.definition(row.text("query")))
                        .withMaterialized(row.text("kind").equals("m"))
                        .withOptions(PostgresReading.names(row, "options"))
                        .withIndexes(new PostgresIndexReader(
                                        reading, ObjectKind.VIEW, name, indexes.getOrDefault(oid, List.of()))
                                .indexes())
                        .withComment(row.nullableText("comment")));
            }
        });
        return views;
    }

    private List<Trigger> triggers() {
        if (!scope.has(ObjectKind.TRIGGER)) {
            return List.of();
        }
        List<Trigger> triggers = new ArrayList<>();
        parts(PostgresTableCatalog.TRIGGERS).forEach((oid, rows) -> {
            TableName table = reading.name(Objects.requireNonNull(relations.get(oid)));
            for (CatalogRow row : rows) {
                TableName name = TableName.of(table.schema(), row.text("name"));
                triggers.add(new Trigger(name, table, PostgresReading.definition(row.text("definition"))));
                if (!row.text("enabled").equals("O")) {
                    reading.unreadable(
                            ObjectKind.TRIGGER,
                            name,
                            "whether it is enabled on \"" + table + "\"",
                            "It is disabled, or acts when rows are replicated." + PostgresReading.BY_HAND);
                }
            }
        });
        return triggers;
    }

    private void others() {
        List<String> oids = List.copyOf(relations.keySet());
        for (CatalogRow row : catalog.query(PostgresTableCatalog.OTHERS, oids, oids, oids, oids)) {
            CatalogRow relation = Objects.requireNonNull(relations.get(row.text("oid")));
            ObjectKind kind = isView(relation) ? ObjectKind.VIEW : ObjectKind.TABLE;
            if (scope.has(kind)) {
                reading.unreadable(
                        kind,
                        reading.name(relation),
                        row.text("kind") + " \"" + row.text("name") + "\"",
                        "It has no place in a schema here." + PostgresReading.BY_HAND);
            }
        }
    }
}
