// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.h2;

/**
 * The queries of {@code information_schema}, a fixed number of them whatever the schema's size. Each has {@code ?} for the array of schema names, and
 * none joins: H2 has no indexes there, so that a join is quadratic. Rows are put together in Java.
 */
final class H2Catalog {
    static final String DEFAULT_SCHEMA = "select current_schema as default_schema";

    static final String TABLES = """
            select table_schema, table_name, remarks from information_schema.tables
            where table_schema = any(?) and table_type = 'BASE TABLE'""";

    static final String HAS_TABLE = TABLES + " and table_name = ?";

    static final String COLUMNS = """
            select table_schema, table_name, column_name, domain_schema, domain_name,
                data_type_sql(table_schema, table_name, 'TABLE', dtd_identifier) as type, is_nullable, column_default,
                generation_expression, identity_generation, identity_start, identity_increment, remarks
            from information_schema.columns
            where table_schema = any(?)
            order by ordinal_position""";

    /** Of every schema, as the keys' columns are: a foreign key may refer to one that is not asked for. */
    static final String CONSTRAINTS = """
            select table_schema, table_name, constraint_schema, constraint_name, constraint_type, index_schema, index_name
            from information_schema.table_constraints""";

    /** A column that was renamed has its former name here. */
    static final String KEY_COLUMNS = """
            select constraint_schema, constraint_name, column_name, position_in_unique_constraint
            from information_schema.key_column_usage
            order by ordinal_position""";

    static final String FOREIGN_KEYS = """
            select constraint_schema, constraint_name, unique_constraint_schema, unique_constraint_name, update_rule, delete_rule
            from information_schema.referential_constraints
            where constraint_schema = any(?)""";

    static final String CHECKS = """
            select constraint_schema, constraint_name, check_clause
            from information_schema.check_constraints
            where constraint_schema = any(?)""";

    /** Those that no constraint made. */
    static final String INDEXES = """
            select index_schema, index_name, table_schema, table_name, index_type_name
            from information_schema.indexes
            where table_schema = any(?) and not is_generated""";

    static final String INDEX_COLUMNS = """
            select index_schema, index_name, column_name, ordering_specification, null_ordering
            from information_schema.index_columns
            order by ordinal_position""";

    /** Those of identity columns are not listed. */
    static final String SEQUENCES = """
            select sequence_schema, sequence_name, start_value, increment
            from information_schema.sequences
            where sequence_schema = any(?)""";

    static final String VERSION = "select h2version() as version";

    private H2Catalog() {}
}
