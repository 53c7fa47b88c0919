// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.mariadb;

import io.aludel.core.dialect.CatalogReader;
import io.aludel.core.dialect.CatalogRow;
import io.aludel.core.dialect.Scope;
import io.aludel.core.expr.ColumnRef;
import io.aludel.core.expr.RawSql;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Check;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.Default;
import io.aludel.core.schema.ForeignKey;
import io.aludel.core.schema.Generation;
import io.aludel.core.schema.Index;
import io.aludel.core.schema.Numbering;
import io.aludel.core.schema.ObjectKind;
import io.aludel.core.schema.PrimaryKey;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Sequence;
import io.aludel.core.schema.Table;
import io.aludel.core.schema.UniqueKey;
import io.aludel.core.type.SqlType;
import io.aludel.core.type.ValueType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One reading of a schema: the rows of the catalogue, put together table by table. */
final class MariaDbSchemaReader {
    /** What MariaDB makes of {@code json}, together with a check. */
    private static final String JSON_TEXT = "longtext";

    private final MariaDbDialect dialect;
    private final Map<String, @Nullable String> modelNames;
    private final Map<TableName, Table> tables = new HashMap<>();
    private final Map<TableName, @Nullable String> collations = new HashMap<>();
    private final List<Sequence> sequences = new ArrayList<>();

    /**
     * @param modelNames the schemas to read, and what each is called in the result; null for the default one
     */
    MariaDbSchemaReader(MariaDbDialect dialect, Map<String, @Nullable String> modelNames) {
        this.dialect = dialect;
        this.modelNames = modelNames;
    }

    Schema read(CatalogReader catalog, Scope scope) {
        Object[] schemas = modelNames.keySet().stream().sorted().toArray();
        int count = schemas.length;
        catalog.query(MariaDbCatalog.tables(count), schemas).forEach(row -> begin(row, scope));
        Map<TableName, List<CatalogRow>> columns =
                byTable("table", catalog.query(MariaDbCatalog.columns(count), schemas));
        Map<TableName, List<CatalogRow>> checks = checks(catalog, schemas);
        Map<TableName, List<CatalogRow>> indexes =
                byTable("table", catalog.query(MariaDbCatalog.indexColumns(count), schemas));
        Map<TableName, List<CatalogRow>> keys =
                byTable("table", catalog.query(MariaDbCatalog.keyColumns(count), schemas));
        Map<TableName, List<CatalogRow>> rules =
                byTable("constraint", catalog.query(MariaDbCatalog.foreignKeys(count), schemas));
        tables.replaceAll((name, table) -> withColumns(table, of(columns, name), of(checks, name)));
        tables.replaceAll((name, table) -> withForeignKeys(table, of(keys, name), of(rules, name)));
        tables.replaceAll((name, table) -> withIndexes(table, of(indexes, name)));
        return Schema.of(tables.values(), numbered(catalog));
    }

    private void begin(CatalogRow row, Scope scope) {
        TableName name = name(row, "table_schema", "table_name");
        if (!modelNames.containsKey(row.text("table_schema"))) {
            return; // the server compares names of schemas without case
        }
        if (row.text("table_type").equals("SEQUENCE")) {
            if (scope.has(ObjectKind.SEQUENCE) && scope.names() == null) {
                sequences.add(new Sequence(name, 1, 1));
            }
        } else if (scope.has(ObjectKind.TABLE) && scope.hasName(name)) {
            tables.put(name, Table.of(name, List.of()).withComment(comment(row, "table_comment")));
            collations.put(name, row.nullableText("table_collation"));
        }
    }

    private static <T> List<T> of(Map<TableName, List<T>> rows, TableName name) {
        return rows.getOrDefault(name, List.of());
    }

    private Map<TableName, List<CatalogRow>> byTable(String schema, List<CatalogRow> rows) {
        Map<TableName, List<CatalogRow>> grouped = new HashMap<>();
        for (CatalogRow row : rows) {
            grouped.computeIfAbsent(name(row, schema + "_schema", "table_name"), name -> new ArrayList<>())
                    .add(row);
        }
        return grouped;
    }

    private TableName name(CatalogRow row, String schema, String name) {
        String real = row.text(schema);
        return TableName.of(modelNames.containsKey(real) ? modelNames.get(real) : real, row.text(name));
    }

    private Map<TableName, List<CatalogRow>> checks(CatalogReader catalog, Object[] schemas) {
        List<CatalogRow> rows = catalog.query(MariaDbCatalog.checks(dialect.server(), schemas.length), schemas);
        if (dialect.server() == Server.MARIADB) {
            return byTable("constraint", rows);
        }
        Map<TableName, CatalogRow> byName = new HashMap<>();
        rows.forEach(row -> byName.put(name(row, "constraint_schema", "constraint_name"), row));
        Map<TableName, List<CatalogRow>> grouped = new HashMap<>();
        for (CatalogRow row : catalog.query(MariaDbCatalog.tablesOfChecks(schemas.length), schemas)) {
            grouped.computeIfAbsent(name(row, "table_schema", "table_name"), name -> new ArrayList<>())
                    .add(byName.get(name(row, "table_schema", "constraint_name")));
        }
        return grouped;
    }

    private static @Nullable String comment(CatalogRow row, String column) {
        String text = row.nullableText(column);
        return text == null || text.isEmpty() ? null : text;
    }

    // columns and checks

    private Table withColumns(Table table, List<CatalogRow> columns, List<CatalogRow> checks) {
        Set<String> documents = columns.stream()
                .filter(row -> row.text("column_type").equals(JSON_TEXT))
                .map(row -> row.text("column_name"))
                .filter(column -> checks.stream().anyMatch(row -> isOfDocument(row, column)))
                .collect(Collectors.toSet());
        return table.withColumns(columns.stream()
                        .map(row -> column(row, table.name(), documents))
                        .toList())
                .withChecks(checks.stream()
                        .filter(row -> documents.stream().noneMatch(column -> isOfDocument(row, column)))
                        .map(row -> new Check(
                                row.text("constraint_name"), raw(row.text("check_clause"), ValueType.BOOLEAN)))
                        .toList());
    }

    private static boolean isOfDocument(CatalogRow check, String column) {
        return check.text("constraint_name").equals(column)
                && check.text("check_clause").equals("json_valid(" + Backticks.quote(column) + ")");
    }

    private Column column(CatalogRow row, TableName table, Set<String> documents) {
        boolean document = documents.contains(row.text("column_name"));
        String collation = row.nullableText("collation_name");
        return new Column(
                row.text("column_name"),
                document ? SqlType.json() : dialect.types().parse(row.text("column_type")),
                row.text("is_nullable").equals("YES"),
                defaultValue(row),
                generation(row),
                document || collation == null || collation.equals(collations.get(table)) ? null : collation,
                comment(row, "column_comment"));
    }

    /** MariaDB has an expression there, which is NULL where none was given; MySQL a text, unless it says that it is an expression. */
    private Default defaultValue(CatalogRow row) {
        String value = row.nullableText("column_default");
        if (value == null || value.equals("NULL") || generation(row) != Generation.NONE) {
            return Default.NONE;
        }
        boolean text = dialect.server() == Server.MYSQL && !row.text("extra").contains("DEFAULT_GENERATED");
        return new Default.Of(raw(text ? dialect.types().literal(value, ValueType.STRING) : value, ValueType.STRING));
    }

    private static Generation generation(CatalogRow row) {
        String extra = row.text("extra");
        if (extra.contains("auto_increment")) {
            return Generation.Identity.STANDARD;
        }
        boolean stored = extra.contains("STORED GENERATED");
        return stored || extra.contains("VIRTUAL GENERATED")
                ? new Generation.Computed(raw(row.text("generation_expression"), ValueType.STRING), stored)
                : Generation.NONE;
    }

    // keys and indexes

    private Table withForeignKeys(Table table, List<CatalogRow> columns, List<CatalogRow> rules) {
        Map<String, CatalogRow> rulesByName = new HashMap<>();
        rules.forEach(row -> rulesByName.put(row.text("constraint_name"), row));
        return table.withForeignKeys(grouped(columns, "constraint_name").entrySet().stream()
                .map(key -> foreignKey(key.getKey(), key.getValue(), rulesByName.get(key.getKey())))
                .toList());
    }

    private ForeignKey foreignKey(String name, List<CatalogRow> columns, CatalogRow rules) {
        return ForeignKey.of(
                        name,
                        texts(columns, "column_name"),
                        name(columns.get(0), "referenced_table_schema", "referenced_table_name"),
                        texts(columns, "referenced_column_name"))
                .onDelete(action(rules.text("delete_rule")))
                .onUpdate(action(rules.text("update_rule")));
    }

    /** To restrict and to take no action are the same here. */
    private static ForeignKey.Action action(String rule) {
        ForeignKey.Action action = ForeignKey.Action.valueOf(rule.replace(' ', '_'));
        return action == ForeignKey.Action.RESTRICT ? ForeignKey.Action.NO_ACTION : action;
    }

    /** A unique index is a unique key, unless it has a direction: the server knows no difference. */
    private Table withIndexes(Table table, List<CatalogRow> rows) {
        PrimaryKey primaryKey = null;
        List<UniqueKey> uniques = new ArrayList<>();
        List<Index> indexes = new ArrayList<>();
        for (Map.Entry<String, List<CatalogRow>> entry :
                grouped(rows, "index_name").entrySet()) {
            List<CatalogRow> columns = entry.getValue();
            boolean unique = !columns.get(0).bool("non_unique");
            boolean falling = columns.stream().anyMatch(MariaDbSchemaReader::isFalling);
            if (entry.getKey().equals(PrimaryKey.UNNAMED)) {
                primaryKey = new PrimaryKey(PrimaryKey.UNNAMED, texts(columns, "column_name"));
            } else if (unique && !falling && isOfColumns(columns)) {
                uniques.add(new UniqueKey(entry.getKey(), texts(columns, "column_name")));
            } else if (isOrdered(columns.get(0)) && isOfColumns(columns)) {
                indexes.add(index(entry.getKey(), columns, unique));
            }
        }
        indexes.removeIf(index -> KeyIndexes.cameWithKey(index, table));
        return table.withPrimaryKey(primaryKey).withUniqueKeys(uniques).withIndexes(indexes);
    }

    private static boolean isOrdered(CatalogRow row) {
        return row.text("index_type").equals("BTREE");
    }

    /** One over an expression, which MySQL has, is passed over. */
    private static boolean isOfColumns(List<CatalogRow> columns) {
        return columns.stream().allMatch(row -> row.nullableText("column_name") != null);
    }

    private static boolean isFalling(CatalogRow row) {
        return "D".equals(row.nullableText("collation"));
    }

    private static Index index(String name, List<CatalogRow> columns, boolean unique) {
        return new Index(
                name,
                columns.stream()
                        .map(row -> new Index.Part(
                                new ColumnRef("", row.text("column_name"), ValueType.STRING), isFalling(row)))
                        .toList(),
                unique);
    }

    private static Map<String, List<CatalogRow>> grouped(List<CatalogRow> rows, String column) {
        Map<String, List<CatalogRow>> grouped = new LinkedHashMap<>();
        for (CatalogRow row : rows) {
            grouped.computeIfAbsent(row.text(column), name -> new ArrayList<>()).add(row);
        }
        return grouped;
    }

    private static List<String> texts(List<CatalogRow> rows, String column) {
        return rows.stream().map(row -> row.text(column)).toList();
    }

    // sequences

    private List<Sequence> numbered(CatalogReader catalog) {
        if (sequences.isEmpty()) {
            return List.of();
        }
        return catalog.query(MariaDbCatalog.sequences(dialect, sequences)).stream()
                .map(row -> sequences.get((int) row.number("place")).withNumbering(numbering(row)))
                .toList();
    }

    private static Numbering numbering(CatalogRow row) {
        boolean rising = row.number("increment") > 0;
        return Numbering.of(row.number("start_value"), row.number("increment"))
                .within(
                        unless(rising ? 1 : -Long.MAX_VALUE, row.number("minimum_value")),
                        unless(rising ? Long.MAX_VALUE - 1 : -1, row.number("maximum_value")))
                .withCache(Math.max(row.number("cache_size"), 1))
                .withCycle(row.bool("cycle_option"));
    }

    private static @Nullable Long unless(long usual, long limit) {
        return limit == usual ? null : limit;
    }

    private static RawSql raw(String text, ValueType<?> type) {
        return new RawSql(MariaDbDialect.NAME, text, type);
    }
}
