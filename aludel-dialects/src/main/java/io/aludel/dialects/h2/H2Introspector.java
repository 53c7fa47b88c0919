// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.h2;

import io.aludel.core.dialect.CatalogReader;
import io.aludel.core.dialect.CatalogRow;
import io.aludel.core.dialect.Introspector;
import io.aludel.core.dialect.Scope;
import io.aludel.core.dialect.ServerIdentity;
import io.aludel.core.dialect.ServerVersion;
import io.aludel.core.dialect.Types;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code information_schema}, which shows all that there is, also what the user may not touch, but for what is written in Java. Names of the
 * default schema have no schema; within conditions, defaults and queries, H2 prints it.
 *
 * <p>Not read, as it is no part of what a program relies on: owners and privileges, local temporary tables, whether a table is cached, how selective its
 * columns are, comments on keys, checks, indexes, schemas, triggers and columns of views. Not told by H2, and so not even known to be there: a routine
 * whose class is missing.
 */
final class H2Introspector implements Introspector {
    /** What H2 calls a constraint that nobody named, by its number (its sources, Schema.getUniqueConstraintName). */
    private static final Pattern MADE_UP = Pattern.compile("(?i)constraint_[0-9a-f]+(_[0-9]+)?");

    private final Types types;

    H2Introspector(Types types) {
        this.types = types;
    }

    @Override
    public Schema read(CatalogReader catalog, Scope scope) {
        CatalogRow defaults = catalog.query(H2Catalog.DEFAULTS).get(0);
        Map<String, @Nullable String> modelNames = new HashMap<>();
        scope.schemas().forEach(schema -> modelNames.put(schema, schema));
        modelNames.put(defaults.text("default_schema"), null);
        return new H2SchemaReader(new H2Reading(types, modelNames, catalog, scope), defaults.text("null_ordering"))
                .read();
    }

    @Override
    public List<String> schemaNames(CatalogReader catalog) {
        return catalog.query(H2Catalog.SCHEMAS).stream()
                .map(row -> row.text("schema_name"))
                .toList();
    }

    @Override
    public boolean hasTable(CatalogReader catalog, TableName table) {
        String schema = table.schema() == null ? defaultSchema(catalog) : table.schema();
        return !catalog.query(H2Catalog.HAS_TABLE, schema, table.name(), H2Catalog.TABLE_CLASS)
                .isEmpty();
    }

    @Override
    public String defaultSchema(CatalogReader catalog) {
        return catalog.query(H2Catalog.DEFAULTS).get(0).text("default_schema");
    }

    @Override
    public ServerIdentity server(CatalogReader catalog) {
        String[] parts = catalog.query(H2Catalog.VERSION).get(0).text("version").split("\\.");
        return new ServerIdentity("H2", new ServerVersion(Integer.parseInt(parts[0]), Integer.parseInt(parts[1])));
    }

    @Override
    public boolean isMadeUp(Table table, String name) {
        return MADE_UP.matcher(name).matches();
    }

    @Override
    public boolean isSystemColumn(Table table, String column) {
        return column.equals("_rowid_");
    }
}
