// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.h2;

import io.aludel.core.dialect.CatalogReader;
import io.aludel.core.dialect.CatalogRow;
import io.aludel.core.dialect.Identifiers;
import io.aludel.core.dialect.Types;
import io.aludel.core.expr.ColumnRef;
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
import io.aludel.core.schema.SchemaException;
import io.aludel.core.schema.Sequence;
import io.aludel.core.schema.Table;
import io.aludel.core.schema.UniqueKey;
import io.aludel.core.type.SqlType;
import io.aludel.core.type.ValueType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One reading of a schema: the rows of the catalogue, put together table by table. */
final class H2SchemaReader {
    private final Types types;
    private final Map<String, @Nullable String> modelNames;
    private final Map<TableName, Table> tables = new HashMap<>();
    private Map<TableName, List<CatalogRow>> constraints = Map.of();
    private Map<TableName, List<CatalogRow>> keyColumns = Map.of();
    private Map<TableName, List<CatalogRow>> foreignKeys = Map.of();
    private Map<TableName, List<CatalogRow>> checks = Map.of();
    private Map<TableName, List<CatalogRow>> indexColumns = Map.of();

    /**
     * @param modelNames the schemas to read, and what each is called in the result; null for the default one
     */
    H2SchemaReader(Types types, Map<String, @Nullable String> modelNames) {
        this.types = types;
        this.modelNames = modelNames;
    }

    Schema read(CatalogReader catalog, @Nullable Set<TableName> wanted) {
        List<String> schemas = modelNames.keySet().stream().sorted().toList();
        for (CatalogRow row : catalog.query(H2Catalog.TABLES, schemas)) {
            TableName name = table(row);
            if (wanted == null || wanted.contains(name)) {
                tables.put(name, Table.of(name, List.of()).withComment(row.nullableText("remarks")));
            }
        }
        Map<TableName, List<CatalogRow>> columns = by("table", catalog.query(H2Catalog.COLUMNS, schemas));
        List<CatalogRow> keys = catalog.query(H2Catalog.CONSTRAINTS);
        Map<TableName, List<CatalogRow>> ofTables = by("table", keys);
        constraints = by("constraint", keys);
        Map<TableName, List<CatalogRow>> indexes = by("table", catalog.query(H2Catalog.INDEXES, schemas));
        keyColumns = by("constraint", catalog.query(H2Catalog.KEY_COLUMNS));
        foreignKeys = by("constraint", catalog.query(H2Catalog.FOREIGN_KEYS, schemas));
        checks = by("constraint", catalog.query(H2Catalog.CHECKS, schemas));
        indexColumns = by("index", catalog.query(H2Catalog.INDEX_COLUMNS));
        tables.replaceAll((name, table) -> table.withColumns(
                columns.getOrDefault(name, List.of()).stream().map(this::column).toList()));
        tables.replaceAll((name, table) -> withConstraints(table, ofTables.getOrDefault(name, List.of())));
        tables.replaceAll((name, table) -> table.withIndexes(indexes.getOrDefault(name, List.of()).stream()
                .filter(H2SchemaReader::isOrdered)
                .map(this::index)
                .toList()));
        return Schema.of(tables.values(), wanted == null ? sequences(catalog, schemas) : List.of());
    }

    /** The rows by the schema and name that columns of these names hold. */
    private Map<TableName, List<CatalogRow>> by(String kind, List<CatalogRow> rows) {
        Map<TableName, List<CatalogRow>> grouped = new HashMap<>();
        for (CatalogRow row : rows) {
            grouped.computeIfAbsent(name(row, kind + "_schema", kind + "_name"), name -> new ArrayList<>())
                    .add(row);
        }
        return grouped;
    }

    private TableName table(CatalogRow row) {
        return name(row, "table_schema", "table_name");
    }

    private TableName name(CatalogRow row, String schema, String name) {
        String real = row.text(schema);
        return TableName.of(modelNames.containsKey(real) ? modelNames.get(real) : real, row.text(name));
    }

    // columns

    private Column column(CatalogRow row) {
        String value = row.nullableText("column_default");
        return new Column(
                row.text("column_name"),
                type(row),
                row.text("is_nullable").equals("YES"),
                value == null ? Default.NONE : new Default.Of(raw(value, ValueType.STRING)),
                generation(row),
                null,
                row.nullableText("remarks"));
    }

    private SqlType type(CatalogRow row) {
        String domain = row.nullableText("domain_name");
        return domain == null
                ? types.parse(row.text("type"))
                : SqlType.nativeType(
                        H2Dialect.NAME, Identifiers.quote(row.text("domain_schema")) + "." + Identifiers.quote(domain));
    }

    private static Generation generation(CatalogRow row) {
        String expression = row.nullableText("generation_expression");
        if (expression != null) {
            return new Generation.Computed(raw(expression, ValueType.STRING), true);
        }
        String identity = row.nullableText("identity_generation");
        return identity == null
                ? Generation.NONE
                : new Generation.Identity(
                        row.number("identity_start"), row.number("identity_increment"), identity.equals("ALWAYS"));
    }

    // constraints

    private Table withConstraints(Table table, List<CatalogRow> rows) {
        PrimaryKey primaryKey = null;
        List<UniqueKey> uniques = new ArrayList<>();
        List<ForeignKey> references = new ArrayList<>();
        List<Check> conditions = new ArrayList<>();
        for (CatalogRow row : rows) {
            TableName constraint = name(row, "constraint_schema", "constraint_name");
            String name = constraint.name();
            switch (row.text("constraint_type")) {
                case "PRIMARY KEY" -> primaryKey = new PrimaryKey(name, columns(constraint));
                case "UNIQUE" -> uniques.add(new UniqueKey(name, columns(constraint)));
                case "FOREIGN KEY" -> references.add(foreignKey(constraint));
                default ->
                    conditions.add(new Check(
                            name, raw(checks.get(constraint).get(0).text("check_clause"), ValueType.BOOLEAN)));
            }
        }
        return table.withPrimaryKey(primaryKey)
                .withUniqueKeys(uniques)
                .withForeignKeys(references)
                .withChecks(conditions);
    }

    /**
     * The columns of a key. Until the database is opened again the catalogue has a renamed column under its former name there, and under its present
     * one where the key's index is. An index that was made for the key has the key's order; one that was there before may have another, and further
     * columns.
     */
    private List<String> columns(TableName constraint) {
        CatalogRow row = constraints.get(constraint).get(0);
        List<String> said = keyColumns.getOrDefault(constraint, List.of()).stream()
                .map(column -> column.text("column_name"))
                .toList();
        List<String> indexed = indexColumns.get(name(row, "index_schema", "index_name")).stream()
                .map(column -> column.text("column_name"))
                .toList();
        if (said.size() == 1 || isMadeFor(row)) {
            return indexed.subList(0, said.size());
        }
        if (indexed.containsAll(said)) {
            return said;
        }
        throw new SchemaException(
                "Cannot read key \"" + constraint + "\": columns of it were renamed, and H2 tells their"
                        + " order only after the database was closed. Close all connections to it, then try again.");
    }

    /** By the names that H2 gives to such indexes (its sources, Schema.getUniqueIndexName and AlterTableAddConstraint). */
    private static boolean isMadeFor(CatalogRow constraint) {
        String index = constraint.text("index_name");
        return constraint.text("constraint_type").equals("PRIMARY KEY")
                ? index.startsWith("PRIMARY_KEY_")
                : index.startsWith(constraint.text("constraint_name") + "_INDEX_");
    }

    private ForeignKey foreignKey(TableName constraint) {
        CatalogRow row = foreignKeys.get(constraint).get(0);
        TableName target = name(row, "unique_constraint_schema", "unique_constraint_name");
        List<String> targets = columns(target);
        return new ForeignKey(
                constraint.name(),
                columns(constraint),
                table(constraints.get(target).get(0)),
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

    // indexes and sequences

    private static boolean isOrdered(CatalogRow row) {
        String kind = row.text("index_type_name");
        return kind.equals("INDEX") || kind.startsWith("UNIQUE");
    }

    private Index index(CatalogRow row) {
        return new Index(
                row.text("index_name"),
                indexColumns.get(name(row, "index_schema", "index_name")).stream()
                        .map(H2SchemaReader::part)
                        .toList(),
                row.text("index_type_name").startsWith("UNIQUE"));
    }

    private static Index.Part part(CatalogRow row) {
        return new Index.Part(
                new ColumnRef("", row.text("column_name"), ValueType.STRING),
                row.text("ordering_specification").equals("DESC"));
    }

    private List<Sequence> sequences(CatalogReader catalog, List<String> schemas) {
        return catalog.query(H2Catalog.SEQUENCES, schemas).stream()
                .map(row -> new Sequence(
                        name(row, "sequence_schema", "sequence_name"),
                        row.number("start_value"),
                        row.number("increment")))
                .toList();
    }

    private static RawSql raw(String text, ValueType<?> type) {
        return new RawSql(H2Dialect.NAME, text, type);
    }
}
