// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.sqlite;

import io.aludel.core.dialect.CatalogReader;
import io.aludel.core.dialect.CatalogRow;
import io.aludel.core.dialect.Scope;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.ObjectKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The queries on SQLite's catalogue: the pragmas as tables, for each table in the list of tables, and the statements that SQLite keeps, for what no
 * pragma tells. The pragmas of columns are not asked about views and virtual tables, as a broken one would make the whole query fail.
 */
final class SqliteCatalog {
    private static final String HAS_TABLE =
            "select name from pragma_table_list where schema = 'main' and type = 'table' and lower(name) = lower(?)";

    private static final String TABLES = """
            select t.name, t.type, t.wr, t.strict
            from pragma_table_list t
            where t.schema = 'main' and t.name not glob 'sqlite[_]*' and t.type in (%s)%s
            order by t.name""";

    private static final String STATEMENTS = """
            select t.type, t.name, t.tbl_name, t.sql
            from sqlite_schema t
            where t.name not glob 'sqlite[_]*' and t.type in (%s)%s
            order by t.rowid""";

    private static final String COLUMNS = """
            select t.name as table_name, x.name, x.type, x."notnull" as not_null, x.dflt_value, x.pk, x.hidden
            from pragma_table_list t join pragma_table_xinfo(t.name, 'main') x
            where t.schema = 'main' and t.type = 'table'%s
            order by t.name, x.cid""";

    private static final String INDEXES = """
            select t.name as table_name, l.name as index_name, l."unique" as is_unique, l.origin,
                x.name as column_name, x."desc" as descending, x.coll
            from pragma_table_list t join pragma_index_list(t.name, 'main') l join pragma_index_xinfo(l.name, 'main') x
            where t.schema = 'main' and t.type = 'table' and x.key = 1%s
            order by t.name, l.name, x.seqno""";

    /** With the names of target and columns as they are written where they are. */
    private static final String FOREIGN_KEYS = """
            with tables (name) as materialized (
                select name from pragma_table_list where schema = 'main' and type = 'table')
            select t.name as table_name, f.id, coalesce(target.name, f."table") as target, f."from" as column_name,
                coalesce(c.name, f."to") as target_column, f.on_update, f.on_delete, f."to" is null as implied,
                (select count(*) from pragma_table_xinfo(target.name, 'main') where pk > 0) as key_size
            from tables t join pragma_foreign_key_list(t.name, 'main') f
                left join tables target on target.name = f."table" collate nocase
                left join pragma_table_xinfo(target.name, 'main') c
                    on case when f."to" is null then c.pk = f.seq + 1 else c.name = f."to" collate nocase end
            where 1%s
            order by t.name, f.id desc, f.seq""";

    private static final String ATTACHED = """
            select name from pragma_database_list
            where name <> 'main' and name collate nocase in (select value from json_each(?))
            order by name""";

    private final CatalogReader catalog;
    private final Scope scope;

    SqliteCatalog(CatalogReader catalog, Scope scope) {
        this.catalog = catalog;
        this.scope = scope;
    }

    static boolean hasTable(CatalogReader catalog, TableName table) {
        return table.schema() == null && !catalog.query(HAS_TABLE, table.name()).isEmpty();
    }

    /** Tables, virtual and shadow ones included, and views, as far as they are wanted; by name. */
    List<CatalogRow> tables() {
        List<String> types = new ArrayList<>();
        if (scope.has(ObjectKind.TABLE)) {
            types.addAll(List.of("table", "virtual", "shadow"));
        }
        if (scope.has(ObjectKind.VIEW)) {
            types.add("view");
        }
        return types.isEmpty() ? List.of() : named(TABLES.formatted(list(types), "%s"), "t.name");
    }

    /** The statements of what is wanted, with those of the tables' indexes; as they came into the database. */
    List<CatalogRow> statements() {
        List<String> types = new ArrayList<>();
        if (scope.has(ObjectKind.TABLE)) {
            types.addAll(List.of("table", "index"));
        }
        if (scope.has(ObjectKind.VIEW)) {
            types.add("view");
        }
        if (scope.has(ObjectKind.TRIGGER)) {
            types.add("trigger");
        }
        return types.isEmpty() ? List.of() : named(STATEMENTS.formatted(list(types), "%s"), "t.tbl_name");
    }

    List<CatalogRow> columns() {
        return ofTables(COLUMNS);
    }

    List<CatalogRow> indexes() {
        return ofTables(INDEXES);
    }

    List<CatalogRow> foreignKeys() {
        return ofTables(FOREIGN_KEYS);
    }

    /** The names of the wanted schemas that are there, besides the main one. */
    List<String> attached() {
        return scope.schemas().isEmpty()
                ? List.of()
                : catalog.query(ATTACHED, json(scope.schemas())).stream()
                        .map(row -> row.text("name"))
                        .toList();
    }

    private List<CatalogRow> ofTables(String query) {
        return scope.has(ObjectKind.TABLE) ? named(query, "t.name") : List.of();
    }

    private List<CatalogRow> named(String query, String name) {
        Set<TableName> names = scope.names();
        if (names == null) {
            return catalog.query(query.formatted(""));
        }
        List<String> own = names.stream()
                .filter(table -> table.schema() == null)
                .map(TableName::name)
                .toList();
        return catalog.query(
                query.formatted("\n    and " + name + " collate nocase in (select value from json_each(?))"),
                json(own));
    }

    private static String list(Collection<String> types) {
        return types.stream().map(type -> "'" + type + "'").collect(Collectors.joining(", "));
    }

    /** The texts as a JSON array, which is one parameter however many they are. */
    static String json(Collection<String> texts) {
        Function<String, String> quoted = text -> text.chars()
                .mapToObj(c -> c == '"' || c == '\\'
                        ? "\\" + (char) c
                        : c < ' ' ? String.format(Locale.ROOT, "\\u%04x", c) : Character.toString((char) c))
                .collect(Collectors.joining("", "\"", "\""));
        return texts.stream().map(quoted).collect(Collectors.joining(",", "[", "]"));
    }
}
