// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.postgresql;

import io.aludel.core.dialect.CatalogReader;
import io.aludel.core.dialect.CatalogRow;
import io.aludel.core.dialect.Types;
import io.aludel.core.expr.ColumnRef;
import io.aludel.core.expr.Expression;
import io.aludel.core.expr.RawSql;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Check;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.Default;
import io.aludel.core.schema.Deferral;
import io.aludel.core.schema.ForeignKey;
import io.aludel.core.schema.Generation;
import io.aludel.core.schema.Index;
import io.aludel.core.schema.PrimaryKey;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Sequence;
import io.aludel.core.schema.Table;
import io.aludel.core.schema.UniqueKey;
import io.aludel.core.type.ValueType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One reading of a schema: the rows of the catalogue, put together table by table. */
final class PostgresSchemaReader {
    private final Types types;
    private final Map<String, @Nullable String> modelNames;
    private final Map<TableName, Table> tables = new HashMap<>();

    /**
     * @param modelNames the schemas to read, and what each is called in the result; null for the default one
     */
    PostgresSchemaReader(Types types, Map<String, @Nullable String> modelNames) {
        this.types = types;
        this.modelNames = modelNames;
    }

    Schema read(CatalogReader catalog, @Nullable Set<TableName> wanted) {
        List<String> schemas = modelNames.keySet().stream().sorted().toList();
        for (CatalogRow row : catalog.query(PostgresCatalog.TABLES, schemas)) {
            TableName name = name(row, "schema", "table_name");
            if (wanted == null || wanted.contains(name)) {
                tables.put(name, table(name, row));
            }
        }
        Map<TableName, List<CatalogRow>> columns = byTable(catalog.query(PostgresCatalog.COLUMNS, schemas));
        Map<TableName, List<CatalogRow>> constraints = byTable(catalog.query(PostgresCatalog.CONSTRAINTS, schemas));
        Map<TableName, List<CatalogRow>> indexes = byTable(catalog.query(PostgresCatalog.INDEXES, schemas));
        tables.replaceAll((name, table) -> table.withColumns(
                columns.getOrDefault(name, List.of()).stream().map(this::column).toList()));
        tables.replaceAll((name, table) -> withConstraints(table, constraints.getOrDefault(name, List.of())));
        tables.replaceAll((name, table) -> table.withIndexes(
                indexes.getOrDefault(name, List.of()).stream().map(this::index).toList()));
        return Schema.of(tables.values(), wanted == null ? sequences(catalog, schemas) : List.of());
    }

    private Map<TableName, List<CatalogRow>> byTable(List<CatalogRow> rows) {
        Map<TableName, List<CatalogRow>> byTable = new HashMap<>();
        for (CatalogRow row : rows) {
            byTable.computeIfAbsent(name(row, "schema", "table_name"), table -> new ArrayList<>())
                    .add(row);
        }
        return byTable;
    }

    private TableName name(CatalogRow row, String schema, String name) {
        String real = row.text(schema);
        return TableName.of(modelNames.containsKey(real) ? modelNames.get(real) : real, row.text(name));
    }

    private static Table table(TableName name, CatalogRow row) {
        String key = row.nullableText("partition_key");
        return Table.of(name, List.of())
                .withComment(row.nullableText("comment"))
                .withOptions(key == null ? List.of() : List.of("partition by " + key));
    }

    // columns

    private Column column(CatalogRow row) {
        String expression = row.nullableText("expression");
        Generation generation = generation(row, expression);
        boolean hasDefault = expression != null && !(generation instanceof Generation.Computed);
        return new Column(
                row.text("name"),
                types.parse(row.text("type")),
                !row.bool("not_null"),
                hasDefault ? new Default.Of(raw(expression, ValueType.STRING)) : Default.NONE,
                generation,
                row.nullableText("collation"),
                row.nullableText("comment"));
    }

    private static Generation generation(CatalogRow row, @Nullable String expression) {
        String generated = row.text("generated");
        if (!generated.isEmpty()) {
            return new Generation.Computed(
                    raw(Objects.requireNonNull(expression), ValueType.STRING), generated.equals("s"));
        }
        String identity = row.text("identity");
        return identity.isEmpty()
                ? Generation.NONE
                : new Generation.Identity(row.number("start"), row.number("increment"), identity.equals("a"));
    }

    // constraints

    private Table withConstraints(Table table, List<CatalogRow> rows) {
        PrimaryKey primaryKey = null;
        List<UniqueKey> uniqueKeys = new ArrayList<>();
        List<ForeignKey> foreignKeys = new ArrayList<>();
        List<Check> checks = new ArrayList<>();
        for (CatalogRow row : rows) {
            String name = row.text("name");
            switch (row.text("kind")) {
                case "p" -> primaryKey = new PrimaryKey(name, names(row, "columns"));
                case "u" -> uniqueKeys.add(new UniqueKey(name, names(row, "columns")));
                case "f" -> foreignKeys.add(foreignKey(row));
                default -> checks.add(new Check(name, raw(row.text("condition"), ValueType.BOOLEAN)));
            }
        }
        return table.withPrimaryKey(primaryKey)
                .withUniqueKeys(uniqueKeys)
                .withForeignKeys(foreignKeys)
                .withChecks(checks);
    }

    private ForeignKey foreignKey(CatalogRow row) {
        return new ForeignKey(
                row.text("name"),
                names(row, "columns"),
                name(row, "target_schema", "target_table"),
                names(row, "target_columns"),
                action(row.text("on_delete")),
                action(row.text("on_update")),
                ForeignKey.Match.SIMPLE,
                row.bool("is_deferred")
                        ? Deferral.DEFERRED
                        : row.bool("is_deferrable") ? Deferral.DEFERRABLE : Deferral.NOT_DEFERRABLE,
                true);
    }

    private static ForeignKey.Action action(String code) {
        return switch (code) {
            case "a" -> ForeignKey.Action.NO_ACTION;
            case "r" -> ForeignKey.Action.RESTRICT;
            case "c" -> ForeignKey.Action.CASCADE;
            case "n" -> ForeignKey.Action.SET_NULL;
            case "d" -> ForeignKey.Action.SET_DEFAULT;
            default -> throw new IllegalStateException("PostgreSQL has a foreign key action \"" + code + "\".");
        };
    }

    // indexes and sequences

    private Index index(CatalogRow row) {
        List<@Nullable String> columns = row.texts("columns");
        List<@Nullable String> expressions = row.texts("expressions");
        List<@Nullable String> descending = row.texts("descending");
        List<Index.Part> parts = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            String column = columns.get(i);
            Expression key = column == null
                    ? raw(Objects.requireNonNull(expressions.get(i)), ValueType.STRING)
                    : new ColumnRef("", column, ValueType.STRING);
            parts.add(new Index.Part(key, "1".equals(descending.get(i))));
        }
        String predicate = row.nullableText("predicate");
        return new Index(row.text("name"), parts, row.bool("is_unique"))
                .withPredicate(predicate == null ? null : raw(predicate, ValueType.BOOLEAN));
    }

    private List<Sequence> sequences(CatalogReader catalog, List<String> schemas) {
        return catalog.query(PostgresCatalog.SEQUENCES, schemas).stream()
                .map(row -> new Sequence(name(row, "schema", "name"), row.number("start"), row.number("increment")))
                .toList();
    }

    private static RawSql raw(String text, ValueType<?> type) {
        return new RawSql(PostgresDialect.NAME, text, type);
    }

    private static List<String> names(CatalogRow row, String column) {
        return row.texts(column).stream().map(Objects::requireNonNull).toList();
    }
}
