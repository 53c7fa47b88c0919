// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.postgresql;

import io.aludel.core.dialect.CatalogReader;
import io.aludel.core.dialect.CatalogRow;
import io.aludel.core.dialect.Introspector;
import io.aludel.core.dialect.Scope;
import io.aludel.core.dialect.ServerVersion;
import io.aludel.core.dialect.Types;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.SchemaException;
import io.aludel.core.schema.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code pg_catalog}. While it reads, the {@code search_path} is empty, so that the server prints every name that is not its own with
 * the schema, and the same expression always in the same words.
 *
 * <p>A {@code serial} column is what PostgreSQL makes of it: a default that calls {@code nextval}; its sequence belongs to the column and is not
 * listed. Views, partitions, exclusion constraints, and indexes that {@link io.aludel.core.schema.Index} has no words for (GIN, operator classes,
 * included columns) are passed over: nothing of ours touches them.
 */
final class PostgresIntrospector implements Introspector {
    private static final List<String> SUFFIXES = List.of("_pkey", "_key", "_fkey", "_check", "_idx", "_excl");

    private final Types types;

    PostgresIntrospector(Types types) {
        this.types = types;
    }

    @Override
    public Schema read(CatalogReader catalog, Scope scope) {
        CatalogRow settings = catalog.query(PostgresCatalog.SETTINGS).get(0);
        Map<String, @Nullable String> modelNames = new HashMap<>();
        scope.schemas().forEach(schema -> modelNames.put(schema, schema));
        modelNames.put(defaultSchema(settings), null);
        return unqualified(
                catalog, settings, () -> new PostgresSchemaReader(types, modelNames).read(catalog, scope.names()));
    }

    @Override
    public boolean hasTable(CatalogReader catalog, TableName table) {
        String schema = table.schema() == null
                ? defaultSchema(catalog.query(PostgresCatalog.SETTINGS).get(0))
                : table.schema();
        return !catalog.query(PostgresCatalog.HAS_TABLE, List.of(schema), table.name())
                .isEmpty();
    }

    /** Where tables without a schema in their name live. */
    static String defaultSchema(CatalogRow settings) {
        String schema = settings.nullableText("default_schema");
        if (schema == null) {
            throw new SchemaException("The search_path is \"" + settings.text("search_path")
                    + "\", and no schema of it exists or may be used; create one, or set currentSchema in the DSN.");
        }
        return schema;
    }

    /** Does something while the server prints full names, and leaves the session as it was. */
    static <T> T unqualified(CatalogReader catalog, CatalogRow settings, Supplier<T> action) {
        boolean local = prepare(catalog);
        T result;
        try {
            result = action.get();
        } catch (RuntimeException e) {
            try {
                restore(catalog, settings, local);
            } catch (RuntimeException inAbortedTransaction) {
                e.addSuppressed(inAbortedTransaction); // its rollback restores the settings, too
            }
            throw e;
        }
        restore(catalog, settings, local);
        return result;
    }

    /** Outside a transaction, a local setting is gone with its statement. Returns whether it lasts. */
    private static boolean prepare(CatalogReader catalog) {
        catalog.query(PostgresCatalog.PREPARE, true);
        boolean lasts = catalog.query(PostgresCatalog.SETTINGS)
                .get(0)
                .text("search_path")
                .isEmpty();
        if (!lasts) {
            catalog.query(PostgresCatalog.PREPARE, false);
        }
        return lasts;
    }

    private static void restore(CatalogReader catalog, CatalogRow settings, boolean local) {
        catalog.query(PostgresCatalog.RESTORE, settings.text("search_path"), settings.text("jit"), local);
    }

    @Override
    public ServerVersion version(CatalogReader catalog) {
        int version = (int) catalog.query(PostgresCatalog.VERSION).get(0).number("version");
        return new ServerVersion(version / 10_000, version % 10_000);
    }

    /** {@code grades_pkey}, {@code grades_value_check1}: the table, an underscore, perhaps columns, and a suffix (ChooseIndexName in the server's source). */
    @Override
    public boolean isMadeUp(Table table, String name) {
        String plain = name.replaceFirst("[0-9]+$", "");
        return name.startsWith(table.name().name() + "_") && SUFFIXES.stream().anyMatch(plain::endsWith);
    }
}
