// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.h2;

import io.aludel.core.dialect.CatalogReader;
import io.aludel.core.dialect.Introspector;
import io.aludel.core.dialect.Scope;
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
 * Reads {@code information_schema}. Views, temporary and linked tables, triggers, and indexes that {@link io.aludel.core.schema.Index} has no words
 * for (spatial ones) are passed over: nothing of ours touches them.
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
        Map<String, @Nullable String> modelNames = new HashMap<>();
        scope.schemas().forEach(schema -> modelNames.put(schema, schema));
        modelNames.put(defaultSchema(catalog), null);
        return new H2SchemaReader(types, modelNames).read(catalog, scope.names());
    }

    @Override
    public boolean hasTable(CatalogReader catalog, TableName table) {
        String schema = table.schema() == null ? defaultSchema(catalog) : table.schema();
        return !catalog.query(H2Catalog.HAS_TABLE, List.of(schema), table.name())
                .isEmpty();
    }

    private static String defaultSchema(CatalogReader catalog) {
        return catalog.query(H2Catalog.DEFAULT_SCHEMA).get(0).text("default_schema");
    }

    @Override
    public List<String> schemaNames(CatalogReader catalog) {
        return catalog
                .query(
                        "select SCHEMA_NAME from INFORMATION_SCHEMA.SCHEMATA where SCHEMA_NAME <> 'INFORMATION_SCHEMA' order by 1")
                .stream()
                .map(row -> row.text("schema_name"))
                .toList();
    }

    @Override
    public ServerVersion version(CatalogReader catalog) {
        String[] parts = catalog.query(H2Catalog.VERSION).get(0).text("version").split("\\.");
        return new ServerVersion(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
    }

    @Override
    public boolean isMadeUp(Table table, String name) {
        return MADE_UP.matcher(name).matches();
    }
}
