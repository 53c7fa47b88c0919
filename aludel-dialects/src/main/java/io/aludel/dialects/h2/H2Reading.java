// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.h2;

import io.aludel.core.dialect.CatalogReader;
import io.aludel.core.dialect.CatalogRow;
import io.aludel.core.dialect.Identifiers;
import io.aludel.core.dialect.Scope;
import io.aludel.core.dialect.Types;
import io.aludel.core.expr.RawSql;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Default;
import io.aludel.core.schema.Definition;
import io.aludel.core.schema.ObjectKind;
import io.aludel.core.schema.Unreadable;
import io.aludel.core.type.SqlType;
import io.aludel.core.type.ValueType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the readers of one reading share: how it asks, how names, types and texts of the catalogue become ours, and what could not be read. */
final class H2Reading {
    /** What to do about all that the schema has no words for. */
    static final String BY_HAND = " Make and change it by SQL of your own.";

    private final Types types;
    private final Map<String, @Nullable String> modelNames;
    private final CatalogReader catalog;
    private final Scope scope;
    private final List<String> schemas;
    private final List<String> names;
    private final List<Unreadable> unreadable = new ArrayList<>();

    /**
     * @param modelNames the schemas to read, and what each is called in the result; null for the default one
     */
    H2Reading(Types types, Map<String, @Nullable String> modelNames, CatalogReader catalog, Scope scope) {
        this.types = types;
        this.modelNames = modelNames;
        this.catalog = catalog;
        this.scope = scope;
        this.schemas = modelNames.keySet().stream().sorted().toList();
        this.names = scope.names() == null
                ? List.of()
                : scope.names().stream().map(TableName::name).sorted().toList();
    }

    Scope scope() {
        return scope;
    }

    /** Whether no names are asked for. */
    boolean isOfAll() {
        return scope.names() == null;
    }

    /** Of the tables that are asked for, without their schemas; empty if all are. */
    List<String> names() {
        return names;
    }

    /** Of the schemas to read. */
    List<CatalogRow> inSchemas(String query) {
        return catalog.query(query, schemas);
    }

    /** Of the schemas to read, and of the tables that are asked for. */
    List<CatalogRow> ofTables(String query) {
        return catalog.query(query, schemas, isOfAll(), names);
    }

    /** Of the tables that are asked for, in any schema. */
    List<CatalogRow> ofTablesAnywhere(String query) {
        return catalog.query(query, isOfAll(), names);
    }

    /** All of the schemas to read; of these names, unless all tables are asked for. */
    List<CatalogRow> named(String query, Collection<String> constraints) {
        return catalog.query(query, schemas, isOfAll(), isOfAll() ? List.of() : List.copyOf(constraints));
    }

    List<CatalogRow> query(String query, @Nullable Object... parameters) {
        return catalog.query(query, parameters);
    }

    List<String> schemas() {
        return schemas;
    }

    /** The rows by the schema and name that columns of these names hold. */
    Map<TableName, List<CatalogRow>> by(String kind, List<CatalogRow> rows) {
        Map<TableName, List<CatalogRow>> grouped = new HashMap<>();
        for (CatalogRow row : rows) {
            grouped.computeIfAbsent(name(row, kind), name -> new ArrayList<>()).add(row);
        }
        return grouped;
    }

    /** Of the columns {@code …_schema} and {@code …_name}. */
    TableName name(CatalogRow row, String kind) {
        return TableName.of(modelName(row.text(kind + "_schema")), row.text(kind + "_name"));
    }

    /** What the schema is called in the result; null for the default one. */
    @Nullable
    String modelName(String schema) {
        return modelNames.containsKey(schema) ? modelNames.get(schema) : schema;
    }

    SqlType type(String declaration) {
        return types.parse(declaration);
    }

    /** The domain as a type, if the row has one; otherwise the type. */
    SqlType type(CatalogRow row, String domain) {
        return row.nullableText(domain + "_name") == null
                ? type(row.text("type"))
                : SqlType.nativeType(H2Dialect.NAME, sql(name(row, domain)));
    }

    /** A name as statements have it. */
    static String sql(TableName name) {
        return (name.schema() == null ? "" : Identifiers.quote(name.schema()) + ".") + Identifiers.quote(name.name());
    }

    String literal(String text) {
        return types.literal(text, ValueType.STRING);
    }

    void unreadable(ObjectKind kind, TableName name, @Nullable String part, String reason) {
        unreadable.add(new Unreadable(kind, name, part, reason));
    }

    List<Unreadable> unreadable() {
        return unreadable;
    }

    static RawSql raw(String text, ValueType<?> type) {
        return new RawSql(H2Dialect.NAME, text, type);
    }

    static Default defaultOf(@Nullable String expression) {
        return expression == null ? Default.NONE : new Default.Of(raw(expression, ValueType.STRING));
    }

    static Definition definition(String text) {
        return new Definition(H2Dialect.NAME, text);
    }
}
