// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.mariadb;

import io.aludel.core.dialect.CatalogReader;
import io.aludel.core.dialect.CatalogRow;
import io.aludel.core.dialect.Scope;
import io.aludel.core.expr.RawSql;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Definition;
import io.aludel.core.schema.ObjectKind;
import io.aludel.core.schema.Unreadable;
import io.aludel.core.type.ValueType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the readers of one reading share: which rows are asked for, how names and texts of the catalogue become ours, and what could not be read. */
final class MariaDbReading {
    /** What to do about all that the schema has no words for. */
    static final String BY_HAND = " Make and change it by SQL of your own.";

    /** Those by which quotes, backslashes, blanks and words mean something else. */
    private static final Set<String> READING_MODES =
            Set.of("ANSI_QUOTES", "NO_BACKSLASH_ESCAPES", "IGNORE_SPACE", "ORACLE");

    private final MariaDbDialect dialect;
    private final CatalogReader catalog;
    private final Scope scope;
    private final CatalogRow session;
    private final Map<String, @Nullable String> modelNames = new HashMap<>();
    private final MariaDbRights rights;
    private final List<Unreadable> unreadable = new ArrayList<>();

    MariaDbReading(MariaDbDialect dialect, CatalogReader catalog, Scope scope) {
        this.dialect = dialect;
        this.catalog = catalog;
        this.scope = scope;
        this.session = catalog.query(MariaDbCatalog.SESSION).get(0);
        scope.schemas().forEach(schema -> modelNames.put(schema, schema));
        modelNames.put(session.text("default_schema"), null);
        this.rights = MariaDbRights.read(catalog);
    }

    MariaDbDialect dialect() {
        return dialect;
    }

    Scope scope() {
        return scope;
    }

    MariaDbRights rights() {
        return rights;
    }

    // rows

    /** The schemas to read, as the server calls them. */
    List<String> schemas() {
        return modelNames.keySet().stream().sorted().toList();
    }

    /** The query's rows of the schemas, and of the tables where only some are read. */
    List<CatalogRow> rows(String query, String schema, String table) {
        List<Object> parameters = new ArrayList<>(schemas());
        String filter = in(schema, parameters.size());
        if (scope.names() != null) {
            List<String> names =
                    scope.names().stream().map(TableName::name).distinct().toList();
            parameters.addAll(names);
            filter += " and " + in(table, names.size());
        }
        return among(schema, catalog.query(query.formatted(filter), parameters.toArray()));
    }

    /** The query's rows of the schemas. */
    List<CatalogRow> rows(String query, String schema) {
        return among(
                schema,
                catalog.query(
                        query.formatted(in(schema, modelNames.size())),
                        schemas().toArray()));
    }

    /** The server compares names of schemas without case. */
    private List<CatalogRow> among(String schema, List<CatalogRow> rows) {
        return rows.stream()
                .filter(row -> !row.values().containsKey(schema) || modelNames.containsKey(row.text(schema)))
                .toList();
    }

    private static String in(String column, int values) {
        return column + " in (" + (values == 0 ? "null" : String.join(", ", Collections.nCopies(values, "?"))) + ")";
    }

    /** The rows of each table. */
    Map<TableName, List<CatalogRow>> byTable(Collection<CatalogRow> rows) {
        Map<TableName, List<CatalogRow>> grouped = new HashMap<>();
        rows.forEach(row ->
                grouped.computeIfAbsent(table(row), name -> new ArrayList<>()).add(row));
        return grouped;
    }

    List<CatalogRow> query(String query) {
        return catalog.query(query);
    }

    // names

    TableName table(CatalogRow row) {
        return name(row, "table_schema", "table_name");
    }

    TableName name(CatalogRow row, String schema, String name) {
        return TableName.of(modelName(row.text(schema)), row.text(name));
    }

    /** What the schema is called in the result; null for the default one. */
    @Nullable
    String modelName(String schema) {
        return modelNames.containsKey(schema) ? modelNames.get(schema) : schema;
    }

    /** What the server calls the schema of a name in the result. */
    String realSchema(TableName name) {
        return name.schema() == null ? defaultSchema() : name.schema();
    }

    String defaultSchema() {
        return session.text("default_schema");
    }

    /** {@code definer=`name`@`host` }; empty where that is who reads, and so would make it again. */
    String definer(CatalogRow row) {
        String definer = row.text("definer");
        if (isUser(definer)) {
            return "";
        }
        int at = definer.lastIndexOf('@');
        boolean role = at < 0 || at == definer.length() - 1;
        return role
                ? "definer=" + Backticks.quote(at < 0 ? definer : definer.substring(0, at)) + " "
                : "definer=" + Backticks.quote(definer.substring(0, at)) + "@"
                        + Backticks.quote(definer.substring(at + 1)) + " ";
    }

    /** Whether that is who reads. */
    boolean isUser(String definer) {
        return definer.equals(session.nullableText("user"));
    }

    boolean isOfOurMode(CatalogRow row) {
        return row.text("sql_mode").equals(session.text("sql_mode"));
    }

    /**
     * The statement that makes something again by the {@code sql_mode} that it has, if that is another than that of our sessions. A statement is read
     * before its mode is set, so that what a mode reads in another way is given as a text, to be read then.
     */
    String byItsMode(CatalogRow row, String statement) {
        if (isOfOurMode(row)) {
            return statement;
        }
        String mode = row.text("sql_mode");
        boolean readsOtherwise = Stream.of(mode.split(",")).anyMatch(READING_MODES::contains);
        return "set statement sql_mode=" + literal(mode) + " for "
                + (readsOtherwise ? "execute immediate " + literal(statement) : statement);
    }

    private String literal(String text) {
        return dialect.types().literal(text, ValueType.STRING);
    }

    // texts

    static RawSql raw(String text, ValueType<?> type) {
        return new RawSql(MariaDbDialect.NAME, text, type);
    }

    /** An expression as MySQL prints it in its catalogue, where quotes and backslashes are escaped once more. */
    static String unescaped(String told) {
        return told.replaceAll("(?s)\\\\(.)", "$1");
    }

    static Definition definition(String text) {
        return new Definition(MariaDbDialect.NAME, text);
    }

    static @Nullable String comment(CatalogRow row, String column) {
        String text = row.nullableText(column);
        return text == null || text.isEmpty() ? null : text;
    }

    // what could not be read

    void unreadable(ObjectKind kind, TableName name, @Nullable String part, String reason) {
        unreadable.add(new Unreadable(kind, name, part, reason));
    }

    /** Things of a schema that may be there, and are not shown for want of a right. */
    void hidden(String schema, String things, String right) {
        unreadable.add(new Unreadable(
                ObjectKind.SCHEMA,
                TableName.of(schema),
                things,
                "Those that there may be are not shown to " + Objects.requireNonNull(session.nullableText("user"))
                        + "; grant " + right + " on the schema."));
    }

    List<Unreadable> unreadable() {
        return unreadable;
    }
}
