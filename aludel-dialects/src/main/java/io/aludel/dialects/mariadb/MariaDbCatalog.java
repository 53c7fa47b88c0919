// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.mariadb;

import io.aludel.core.schema.Sequence;
import java.util.Collections;
import java.util.List;

/**
 * The queries of {@code information_schema}, a fixed number of them whatever the schema's size. None joins: each view is made anew for whoever asks.
 * Rows are put together in Java.
 */
final class MariaDbCatalog {
    static final String DEFAULT_SCHEMA = "select database() as default_schema";

    static final String VERSION = "select version() as version";

    static final String HAS_TABLE = """
            select table_name from information_schema.tables
            where table_schema = ? and table_name = ? and table_type = 'BASE TABLE'""";

    static final String SCHEMAS = """
            select schema_name from information_schema.schemata
            where schema_name not in ('information_schema', 'performance_schema', 'mysql', 'sys')
            order by schema_name""";

    private static final String TABLES = """
            select table_schema, table_name, table_type, table_collation, table_comment
            from information_schema.tables
            where %s and table_type in ('BASE TABLE', 'SEQUENCE')""";

    private static final String COLUMNS = """
            select table_schema, table_name, column_name, column_type, is_nullable, column_default, extra,
                generation_expression, collation_name, column_comment
            from information_schema.columns
            where %s
            order by ordinal_position""";

    private static final String INDEX_COLUMNS = """
            select table_schema, table_name, index_name, index_type, non_unique, column_name, collation
            from information_schema.statistics
            where %s
            order by seq_in_index""";

    private static final String KEY_COLUMNS = """
            select table_schema, table_name, constraint_name, column_name,
                referenced_table_schema, referenced_table_name, referenced_column_name
            from information_schema.key_column_usage
            where %s and referenced_table_name is not null
            order by ordinal_position""";

    private static final String FOREIGN_KEYS = """
            select constraint_schema, table_name, constraint_name, update_rule, delete_rule
            from information_schema.referential_constraints
            where %s""";

    /** MySQL has no table there, but its names of checks are a whole schema's. */
    private static final String CHECKS = """
            select constraint_schema, %s, constraint_name, check_clause
            from information_schema.check_constraints
            where %s""";

    private static final String TABLES_OF_CHECKS = """
            select table_schema, table_name, constraint_name
            from information_schema.table_constraints
            where %s and constraint_type = 'CHECK'""";

    private MariaDbCatalog() {}

    static String tables(int schemas) {
        return TABLES.formatted(in("table_schema", schemas));
    }

    static String columns(int schemas) {
        return COLUMNS.formatted(in("table_schema", schemas));
    }

    static String indexColumns(int schemas) {
        return INDEX_COLUMNS.formatted(in("table_schema", schemas));
    }

    static String keyColumns(int schemas) {
        return KEY_COLUMNS.formatted(in("table_schema", schemas));
    }

    static String foreignKeys(int schemas) {
        return FOREIGN_KEYS.formatted(in("constraint_schema", schemas));
    }

    static String checks(Server server, int schemas) {
        String table = server == Server.MARIADB ? "table_name" : "null as table_name";
        return CHECKS.formatted(table, in("constraint_schema", schemas));
    }

    static String tablesOfChecks(int schemas) {
        return TABLES_OF_CHECKS.formatted(in("table_schema", schemas));
    }

    /** A sequence is a table of one row: one query for all of them, each by its place in the list. */
    static String sequences(MariaDbDialect dialect, List<Sequence> sequences) {
        StringBuilder query = new StringBuilder();
        for (int i = 0; i < sequences.size(); i++) {
            query.append(i == 0 ? "" : " union all ")
                    .append("select ")
                    .append(i)
                    .append(
                            " as place, start_value, increment, minimum_value, maximum_value, cache_size, cycle_option from ")
                    .append(dialect.name(sequences.get(i).name()));
        }
        return query.toString();
    }

    private static String in(String column, int values) {
        return column + " in (" + String.join(", ", Collections.nCopies(values, "?")) + ")";
    }
}
