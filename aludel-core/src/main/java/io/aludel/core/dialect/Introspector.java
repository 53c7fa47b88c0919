// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.dialect;

import io.aludel.core.name.TableName;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Table;
import java.util.List;
import java.util.Optional;

/** Reads a live database's schema, in a number of queries that does not grow with it. */
public interface Introspector {
    /**
     * The schema as it stands. Expressions come as {@link io.aludel.core.expr.RawSql} in the database's own words; tables of the
     * default schema have no schema in their name.
     *
     * @param catalog on one connection, inside a transaction; the connection is left as it was
     */
    Schema read(CatalogReader catalog, Scope scope);

    /**
     * Whether there is a table of this name; the same as reading it, in one query.
     *
     * @param catalog as for {@link #read}
     */
    default boolean hasTable(CatalogReader catalog, TableName table) {
        return read(catalog, Scope.tables(table)).table(table).isPresent();
    }

    /** The names of all schemas but the system's own, the default one included, in order; empty where the database has no schemas. */
    default List<String> schemaNames(CatalogReader catalog) {
        return List.of();
    }

    /** The name of the connection's default schema, which names without a schema mean; what {@link #read} gives never has it. */
    String defaultSchema(CatalogReader catalog);

    /** Which server it is: the product and its version. Asked first on a connection, of a dialect that was made for any of its servers. */
    ServerIdentity server(CatalogReader catalog);

    /**
     * Whether this name of a key, index or check was made up, because nobody gave one: by the database ({@code grades_pkey}), or by this introspector
     * where the database knows none. Such things are compared by content only.
     */
    default boolean isMadeUp(Table table, String name) {
        return false;
    }

    /** Whether every table of this kind has a column of this name without being asked, such as the number of its rows. It is never added nor dropped. */
    default boolean isSystemColumn(Table table, String column) {
        return false;
    }

    /** Whether changes of the table's rows belong to a transaction. */
    default boolean hasTransactions(Table table) {
        return true;
    }

    /**
     * About how many rows a table has, by what the database remembers; empty where it remembers nothing, so that they are to be counted.
     *
     * @param catalog as for {@link #read}
     * @param table in the connection's default schema where it names none
     */
    default Optional<Long> estimatedRows(CatalogReader catalog, TableName table) {
        return Optional.empty();
    }
}
