// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.postgresql;

import io.aludel.core.dialect.CatalogReader;
import io.aludel.core.dialect.CatalogRow;
import io.aludel.core.dialect.Introspector;
import io.aludel.core.dialect.Scope;
import io.aludel.core.dialect.ServerIdentity;
import io.aludel.core.dialect.Types;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.SchemaException;
import io.aludel.core.schema.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code pg_catalog}, which shows all that there is, also what the role may not touch. While it reads, the {@code search_path} is empty, so that
 * the server prints every name that is not its own with the schema, and the same expression always in the same words.
 *
 * <p>A {@code serial} column is what PostgreSQL makes of it: a default that calls {@code nextval}, and a sequence that the column owns. What belongs to
 * an extension is not read. Not read either, as it is no part of what a program relies on: owners and privileges, tablespaces, how values are stored and
 * sampled, names of {@code not null} constraints, comments on keys, checks, indexes, triggers, schemas and columns of views.
 */
final class PostgresIntrospector implements Introspector {
    private static final List<String> SUFFIXES = List.of("_pkey", "_key", "_fkey", "_check", "_idx", "_excl");

    /** What every table has, and no other column may be called (section 5.6 of its manual). */
    private static final Set<String> SYSTEM_COLUMNS = Set.of("tableoid", "xmin", "cmin", "xmax", "cmax", "ctid");

    private final Types types;

    PostgresIntrospector(Types types) {
        this.types = types;
    }

    @Override
    public Schema read(CatalogReader catalog, Scope scope) {
        CatalogRow settings = settings(catalog);
        Map<String, @Nullable String> modelNames = new HashMap<>();
        scope.schemas().forEach(schema -> modelNames.put(schema, schema));
        modelNames.put(defaultSchema(settings), null);
        return unqualified(
                catalog,
                settings,
                () -> new PostgresSchemaReader(types, modelNames, version(settings)).read(catalog, scope));
    }

    /** What the session looks like. */
    static CatalogRow settings(CatalogReader catalog) {
        return catalog.query(PostgresCatalog.SETTINGS, PostgresCatalog.PRINTING).get(0);
    }

    /** As {@code server_version_num} has it. */
    static int version(CatalogRow settings) {
        return (int) settings.number("version");
    }

    @Override
    public List<String> schemaNames(CatalogReader catalog) {
        return catalog.query(PostgresCatalog.SCHEMAS).stream()
                .map(row -> row.text("name"))
                .toList();
    }

    @Override
    public boolean hasTable(CatalogReader catalog, TableName table) {
        String schema = table.schema() == null ? defaultSchema(catalog) : table.schema();
        return !catalog.query(PostgresTableCatalog.HAS_TABLE, List.of(schema), List.of("r", "p"), table.name())
                .isEmpty();
    }

    @Override
    public Optional<Long> estimatedRows(CatalogReader catalog, TableName table) {
        String schema = table.schema() == null ? defaultSchema(catalog) : table.schema();
        return catalog.query(PostgresTableCatalog.ESTIMATED_ROWS, schema, table.name()).stream()
                .filter(row -> row.nullableText("estimated_rows") != null)
                .map(row -> row.number("estimated_rows"))
                .findFirst();
    }

    @Override
    public String defaultSchema(CatalogReader catalog) {
        return defaultSchema(settings(catalog));
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
        set(catalog, PostgresCatalog.PRINTED_ALIKE, true);
        boolean lasts = settings(catalog).text("search_path").isEmpty();
        if (!lasts) {
            set(catalog, PostgresCatalog.PRINTED_ALIKE, false);
        }
        return lasts;
    }

    private static void restore(CatalogReader catalog, CatalogRow settings, boolean local) {
        set(catalog, PostgresReading.names(settings, "printing"), local);
    }

    private static void set(CatalogReader catalog, List<String> values, boolean local) {
        catalog.query(PostgresCatalog.SET, PostgresCatalog.PRINTING, values, local);
    }

    @Override
    public ServerIdentity server(CatalogReader catalog) {
        CatalogRow row = catalog.query(PostgresCatalog.VERSION).get(0);
        return Server.identify(row.text("server"), version(row));
    }

    /** {@code grades_pkey}, {@code grades_value_check1}: the table, an underscore, perhaps columns, and a suffix (ChooseIndexName in the server's source). */
    @Override
    public boolean isMadeUp(Table table, String name) {
        String plain = name.replaceFirst("[0-9]+$", "");
        return name.startsWith(table.name().name() + "_") && SUFFIXES.stream().anyMatch(plain::endsWith);
    }

    @Override
    public boolean isSystemColumn(Table table, String column) {
        return SYSTEM_COLUMNS.contains(column);
    }
}
