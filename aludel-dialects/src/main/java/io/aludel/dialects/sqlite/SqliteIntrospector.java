// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.sqlite;

import io.aludel.core.dialect.CatalogReader;
import io.aludel.core.dialect.Introspector;
import io.aludel.core.dialect.Scope;
import io.aludel.core.dialect.ServerIdentity;
import io.aludel.core.dialect.ServerVersion;
import io.aludel.core.dialect.Types;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Table;
import java.util.stream.Stream;

/**
 * Reads a SQLite database in five queries, whatever its size. SQLite's own tables are left out; of attached databases it is told that they are
 * not read. What has no name gets the one that {@link io.aludel.core.name.NamingConvention#STANDARD} would give it; unnamed things match by content.
 */
final class SqliteIntrospector implements Introspector {
    private final Types types;

    SqliteIntrospector(Types types) {
        this.types = types;
    }

    @Override
    public Schema read(CatalogReader catalog, Scope scope) {
        return new SqliteSchemaReader(new SqliteCatalog(catalog, scope), types).read();
    }

    @Override
    public boolean hasTable(CatalogReader catalog, TableName table) {
        return SqliteCatalog.hasTable(catalog, table);
    }

    /** The file itself; others are attached to it. */
    @Override
    public String defaultSchema(CatalogReader catalog) {
        return "main";
    }

    @Override
    public ServerIdentity server(CatalogReader catalog) {
        String[] parts = catalog.query("select sqlite_version() as version")
                .get(0)
                .text("version")
                .split("\\.");
        return new ServerIdentity("SQLite", new ServerVersion(Integer.parseInt(parts[0]), Integer.parseInt(parts[1])));
    }

    /** SQLite keeps no name for what has none: then it was this introspector that gave it one, by the convention. */
    @Override
    public boolean isMadeUp(Table table, String name) {
        return Stream.of("pk", "uq", "fk", "ck")
                .map(prefix -> prefix + "_" + table.name().name())
                .anyMatch(name::startsWith);
    }

    /** "oid" is one, too, but a name that a column of one's own may well have. */
    @Override
    public boolean isSystemColumn(Table table, String column) {
        return (column.equals("rowid") || column.equals("_rowid_"))
                && !table.options().contains("without rowid");
    }
}
