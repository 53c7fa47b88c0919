// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.sqlite;

import io.aludel.core.dialect.CatalogReader;
import io.aludel.core.dialect.CatalogRow;
import io.aludel.core.dialect.Introspector;
import io.aludel.core.dialect.Scope;
import io.aludel.core.dialect.ServerVersion;
import io.aludel.core.dialect.Types;
import io.aludel.core.dialect.UnsupportedFeatureException;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads a SQLite database in five queries, whatever its size: the pragmas as tables, joined with the list of tables, and the statements that
 * SQLite keeps, for what no pragma tells. Virtual tables and SQLite's own are left out. What has no name gets the one that {@link
 * io.aludel.core.name.NamingConvention#STANDARD} would give it; unnamed things match by content.
 */
final class SqliteIntrospector implements Introspector {
    private static final String TABLES = """
            select l.name, l.wr, l.strict, m.sql
            from pragma_table_list l join sqlite_schema m on m.name = l.name and m.type = 'table'
            where l.schema = 'main' and l.type = 'table' and l.name not glob 'sqlite[_]*'
            order by l.name""";

    private static final String HAS_TABLE =
            "select name from pragma_table_list where schema = 'main' and type = 'table' and lower(name) = lower(?)";

    private static final String COLUMNS = """
            select m.name as table_name, x.name, x.type, x."notnull" as not_null, x.dflt_value, x.pk, x.hidden
            from sqlite_schema m join pragma_table_xinfo(m.name, 'main') x
            where m.type = 'table'
            order by m.name, x.cid""";

    private static final String INDEXES = """
            select m.name as table_name, l.name as index_name, l."unique" as is_unique, l.origin,
                x.name as column_name, x."desc" as descending, x.coll
            from sqlite_schema m join pragma_index_list(m.name, 'main') l join pragma_index_xinfo(l.name, 'main') x
            where m.type = 'table' and x.key = 1
            order by m.name, l.name, x.seqno""";

    private static final String INDEX_STATEMENTS =
            "select name, sql from sqlite_schema where type = 'index' and sql is not null";

    private static final String FOREIGN_KEYS = """
            select m.name as table_name, f.id, f."table" as target, f."from" as column_name, f."to" as target_column,
                f.on_update, f.on_delete
            from sqlite_schema m join pragma_foreign_key_list(m.name, 'main') f
            where m.type = 'table'
            order by m.name, f.id desc, f.seq""";

    private static final String TRIGGERS = """
            select sql from sqlite_schema
            where type = 'trigger' and lower(tbl_name) = lower(?)
            order by rowid""";

    private static final String TABLE_STATEMENT =
            "select sql from sqlite_schema where type = 'table' and lower(name) = lower(?)";

    private final Types types;

    SqliteIntrospector(Types types) {
        this.types = types;
    }

    @Override
    public Schema read(CatalogReader catalog, Scope scope) {
        List<CatalogRow> tables = catalog.query(TABLES);
        Map<String, List<CatalogRow>> columns = byTable(catalog.query(COLUMNS));
        Map<String, List<CatalogRow>> indexes = byTable(catalog.query(INDEXES));
        Map<String, String> statements = catalog.query(INDEX_STATEMENTS).stream()
                .collect(Collectors.toMap(row -> row.text("name"), row -> row.text("sql")));
        Map<String, List<CatalogRow>> foreignKeys = byTable(catalog.query(FOREIGN_KEYS));
        SqliteTableReader reader = new SqliteTableReader(types, columns);
        List<Table> read = new ArrayList<>();
        for (CatalogRow row : tables) {
            String name = row.text("name");
            if (isWanted(scope, name)) {
                read.add(reader.read(
                        row,
                        indexes.getOrDefault(name, List.of()),
                        statements,
                        foreignKeys.getOrDefault(name, List.of())));
            }
        }
        return Schema.of(read, List.of());
    }

    private static boolean isWanted(Scope scope, String name) {
        return scope.names() == null || scope.names().stream().anyMatch(table -> SqliteNames.same(table.name(), name));
    }

    private static Map<String, List<CatalogRow>> byTable(List<CatalogRow> rows) {
        Function<CatalogRow, String> table = row -> row.text("table_name");
        return rows.stream().collect(Collectors.groupingBy(table));
    }

    @Override
    public boolean hasTable(CatalogReader catalog, TableName table) {
        return !catalog.query(HAS_TABLE, table.name()).isEmpty();
    }

    @Override
    public ServerVersion version(CatalogReader catalog) {
        String[] parts = catalog.query("select sqlite_version() as version")
                .get(0)
                .text("version")
                .split("\\.");
        return new ServerVersion(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
    }

    /**
     * The table's triggers.
     *
     * @throws UnsupportedFeatureException if the table has something that a rebuild would lose
     */
    @Override
    public List<String> dependents(CatalogReader catalog, TableName table) {
        for (CatalogRow row : catalog.query(TABLE_STATEMENT, table.name())) {
            List<String> lost = CreateStatementReader.table(row.text("sql")).unmodelled();
            if (!lost.isEmpty()) {
                throw new UnsupportedFeatureException(
                        "way to keep " + String.join(", ", lost) + " of table \"" + table + "\" while it is rebuilt",
                        "sqlite",
                        "Remove that from the table first, or change the table with SQL of your own.");
            }
        }
        return catalog.query(TRIGGERS, table.name()).stream()
                .map(row -> row.text("sql"))
                .toList();
    }

    /** SQLite keeps no name for what has none: then it was this introspector that gave it one, by the convention. */
    @Override
    public boolean isMadeUp(Table table, String name) {
        return Stream.of("pk", "uq", "fk", "ck")
                .map(prefix -> prefix + "_" + table.name().name())
                .anyMatch(name::startsWith);
    }
}
