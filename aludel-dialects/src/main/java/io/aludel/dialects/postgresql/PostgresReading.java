// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.postgresql;

import io.aludel.core.dialect.CatalogRow;
import io.aludel.core.dialect.Types;
import io.aludel.core.expr.RawSql;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Default;
import io.aludel.core.schema.Deferral;
import io.aludel.core.schema.Definition;
import io.aludel.core.schema.Numbering;
import io.aludel.core.schema.ObjectKind;
import io.aludel.core.schema.Unreadable;
import io.aludel.core.type.SqlType;
import io.aludel.core.type.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the readers of one reading share: how names, types and texts of the catalogue become ours, and what could not be read. */
final class PostgresReading {
    /** What to do about all that the schema has no words for. */
    static final String BY_HAND = " Make and change it by SQL of your own.";

    private final Types types;
    private final Map<String, @Nullable String> modelNames;
    private final List<Unreadable> unreadable = new ArrayList<>();

    /**
     * @param modelNames the schemas to read, and what each is called in the result; null for the default one
     */
    PostgresReading(Types types, Map<String, @Nullable String> modelNames) {
        this.types = types;
        this.modelNames = modelNames;
    }

    /** The schemas to read, as the server calls them. */
    List<String> schemas() {
        return modelNames.keySet().stream().sorted().toList();
    }

    TableName name(CatalogRow row, String schema, String name) {
        return TableName.of(modelName(row.text(schema)), row.text(name));
    }

    TableName name(CatalogRow row) {
        return name(row, "schema", "name");
    }

    /** What the schema is called in the result; null for the default one. */
    @Nullable
    String modelName(String schema) {
        return modelNames.containsKey(schema) ? modelNames.get(schema) : schema;
    }

    /** What the server calls the schema of a name in the result. */
    String realSchema(TableName name) {
        return modelNames.entrySet().stream()
                .filter(entry -> Objects.equals(entry.getValue(), name.schema()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(String.valueOf(name.schema()));
    }

    SqlType type(String declaration) {
        return types.parse(declaration);
    }

    /**
     * The collation's name, if the row has one. One of a schema that is not searched cannot be reached by it.
     *
     * @param part what has it, for people
     */
    @Nullable
    String collation(
            @Nullable String name, @Nullable String schema, ObjectKind kind, TableName object, @Nullable String part) {
        if (name != null && schema != null && !schema.equals("pg_catalog") && modelName(schema) != null) {
            unreadable(
                    kind,
                    object,
                    part,
                    "It has the collation \"" + name + "\" of the schema \"" + schema
                            + "\", which can be named from there only." + BY_HAND);
        }
        return name;
    }

    void unreadable(ObjectKind kind, TableName name, @Nullable String part, String reason) {
        unreadable.add(new Unreadable(kind, name, part, reason));
    }

    List<Unreadable> unreadable() {
        return unreadable;
    }

    static RawSql raw(String text, ValueType<?> type) {
        return new RawSql(PostgresDialect.NAME, text, type);
    }

    static Default defaultOf(@Nullable String expression) {
        return expression == null ? Default.NONE : new Default.Of(raw(expression, ValueType.STRING));
    }

    /** A text of the server's, without what stands around it. */
    static Definition definition(String text) {
        String stripped = text.strip();
        return new Definition(
                PostgresDialect.NAME, stripped.endsWith(";") ? stripped.substring(0, stripped.length() - 1) : stripped);
    }

    static List<String> names(CatalogRow row, String column) {
        return row.texts(column).stream().map(Objects::requireNonNull).toList();
    }

    static Deferral deferral(CatalogRow row) {
        return row.bool("is_deferred")
                ? Deferral.DEFERRED
                : row.bool("is_deferrable") ? Deferral.DEFERRABLE : Deferral.NOT_DEFERRABLE;
    }

    /** How a sequence counts; the ends that its direction and type give (manual, create sequence) are not said. */
    static Numbering numbering(CatalogRow row) {
        long increment = row.number("increment");
        boolean ascending = increment > 0;
        int bits = switch (row.text("number_type")) {
            case "smallint" -> 15;
            case "integer" -> 31;
            default -> 63;
        };
        long lowest = -1L << bits;
        long minimum = row.number("minimum");
        long maximum = row.number("maximum");
        return new Numbering(
                row.number("start"),
                increment,
                minimum == (ascending ? 1 : lowest) ? null : minimum,
                maximum == (ascending ? ~lowest : -1) ? null : maximum,
                row.number("cache"),
                row.bool("cycle"));
    }
}
