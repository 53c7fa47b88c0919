// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.mariadb;

import io.aludel.core.schema.Sequence;
import java.util.List;

/**
 * The queries of {@code information_schema}, a fixed number of them whatever the schema's size. None joins: each view is made anew for whoever asks.
 * Rows are put together in Java. {@code %s} stands for the schemas, and the names of tables, that are read.
 */
final class MariaDbCatalog {
    static final String SESSION = "select database() as default_schema, current_user() as user, @@sql_mode as sql_mode";

    static final String VERSION = "select version() as version";

    static final String HAS_TABLE = """
            select table_name from information_schema.tables
            where table_schema = ? and table_name = ? and table_type in ('BASE TABLE', 'SYSTEM VERSIONED')""";

    static final String ESTIMATED_ROWS = """
            select table_name, coalesce(table_rows, 0) as table_rows from information_schema.tables
            where table_schema = ? and table_name = ?""";

    static final String SCHEMAS = """
            select schema_name from information_schema.schemata
            where schema_name not in ('information_schema', 'performance_schema', 'mysql', 'sys')
            order by schema_name""";

    static final String SCHEMAS_AMONG = "select schema_name from information_schema.schemata where %s";

    static final String TABLES = """
            select table_schema, table_name, table_type, engine, table_collation, create_options, table_comment
            from information_schema.tables
            where %s and table_type in ('BASE TABLE', 'SYSTEM VERSIONED', 'SEQUENCE')""";

    static final String COLUMNS = """
            select table_schema, table_name, column_name, column_type, data_type, is_nullable, column_default, extra,
                generation_expression, collation_name, column_comment, privileges
            from information_schema.columns
            where %s
            order by ordinal_position""";

    private static final String INDEX_COLUMNS = """
            select table_schema, table_name, index_name, index_type, non_unique, column_name, collation, sub_part,
                index_comment, #
            from information_schema.statistics
            where %s
            order by seq_in_index""";

    static final String KEY_COLUMNS = """
            select table_schema, table_name, constraint_name, column_name,
                referenced_table_schema, referenced_table_name, referenced_column_name
            from information_schema.key_column_usage
            where %s and referenced_table_name is not null
            order by ordinal_position""";

    static final String FOREIGN_KEYS = """
            select constraint_schema as table_schema, table_name, constraint_name, update_rule, delete_rule
            from information_schema.referential_constraints
            where %s""";

    static final String CHECKS = """
            select constraint_schema as table_schema, table_name, constraint_name, check_clause
            from information_schema.check_constraints
            where %s""";

    /** MySQL has no table there, but its names of checks are a whole schema's. */
    static final String CHECKS_WITHOUT_TABLE = """
            select constraint_schema as table_schema, constraint_name, check_clause
            from information_schema.check_constraints
            where %s""";

    /** Of MySQL, where some do not hold. */
    static final String TABLES_OF_CHECKS = """
            select table_schema, table_name, constraint_name, enforced
            from information_schema.table_constraints
            where %s and constraint_type = 'CHECK'""";

    static final String PERIODS = """
            select table_schema, table_name, period
            from information_schema.periods
            where %s""";

    private static final String PLACES = """
            select g_table_schema as table_schema, g_table_name as table_name, g_geometry_column as column_name, srid
            from information_schema.geometry_columns
            where %s and srid <> 0""";

    private static final String PLACES_OF_MYSQL = """
            select table_schema, table_name, column_name, srs_id as srid
            from information_schema.st_geometry_columns
            where %s and srs_id is not null""";

    private static final String VIEWS = """
            select table_schema, table_name, view_definition, check_option, definer, security_type, #
            from information_schema.views
            where %s""";

    static final String TRIGGERS = """
            select trigger_schema, trigger_name, event_object_schema as table_schema, event_object_table as table_name,
                event_manipulation, action_timing, action_order, action_statement, sql_mode, definer
            from information_schema.triggers
            where %s
            order by trigger_name""";

    static final String ROUTINES = """
            select routine_schema, routine_name, routine_type, routine_body, routine_definition, is_deterministic,
                sql_data_access, security_type, sql_mode, routine_comment, definer
            from information_schema.routines
            where %s""";

    static final String PARAMETERS = """
            select specific_schema, specific_name, routine_type, ordinal_position, parameter_mode, parameter_name,
                dtd_identifier, character_set_name, collation_name
            from information_schema.parameters
            where %s
            order by ordinal_position""";

    static final String EVENTS = "select event_schema, event_name from information_schema.events where %s";

    private MariaDbCatalog() {}

    static String indexColumns(Server server) {
        return INDEX_COLUMNS.replace(
                "#",
                switch (server) {
                    case MARIADB -> "null as expression, if(ignored = 'YES', 'NO', 'YES') as is_visible";
                    case MYSQL -> "expression, is_visible";
                });
    }

    static String places(Server server) {
        return switch (server) {
            case MARIADB -> PLACES;
            case MYSQL -> PLACES_OF_MYSQL;
        };
    }

    static String views(Server server) {
        return VIEWS.replace("#", server == Server.MARIADB ? "algorithm" : "'UNDEFINED' as algorithm");
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
}
