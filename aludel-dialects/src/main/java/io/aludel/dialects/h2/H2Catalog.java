// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.h2;

/**
 * The queries of {@code information_schema}, a fixed number of them whatever the schema's size. Each has {@code ?} for the array of schema names, and
 * none joins: H2 has no indexes there, so that a join is quadratic. Rows are put together in Java.
 * Names are in upper case: bare names are kept so, or folded as those of the catalogue are.
 */
final class H2Catalog {
    static final String DEFAULT_SCHEMA = "select current_schema as default_schema";

    static final String TABLES = """
            select TABLE_SCHEMA, TABLE_NAME, REMARKS from INFORMATION_SCHEMA.TABLES
            where TABLE_SCHEMA = any(?) and TABLE_TYPE = 'BASE TABLE'""";

    static final String HAS_TABLE = TABLES + " and TABLE_NAME = ?";

    static final String COLUMNS = """
            select TABLE_SCHEMA, TABLE_NAME, COLUMN_NAME, DOMAIN_SCHEMA, DOMAIN_NAME,
                data_type_sql(TABLE_SCHEMA, TABLE_NAME, 'TABLE', DTD_IDENTIFIER) as type, IS_NULLABLE, COLUMN_DEFAULT,
                GENERATION_EXPRESSION, IDENTITY_GENERATION, IDENTITY_START, IDENTITY_INCREMENT, REMARKS
            from INFORMATION_SCHEMA.COLUMNS
            where TABLE_SCHEMA = any(?)
            order by ORDINAL_POSITION""";

    /** Of every schema, as the keys' columns are: a foreign key may refer to one that is not asked for. */
    static final String CONSTRAINTS = """
            select TABLE_SCHEMA, TABLE_NAME, CONSTRAINT_SCHEMA, CONSTRAINT_NAME, CONSTRAINT_TYPE, INDEX_SCHEMA, INDEX_NAME
            from INFORMATION_SCHEMA.TABLE_CONSTRAINTS""";

    /** A column that was renamed has its former name here. */
    static final String KEY_COLUMNS = """
            select CONSTRAINT_SCHEMA, CONSTRAINT_NAME, COLUMN_NAME, POSITION_IN_UNIQUE_CONSTRAINT
            from INFORMATION_SCHEMA.KEY_COLUMN_USAGE
            order by ORDINAL_POSITION""";

    static final String FOREIGN_KEYS = """
            select CONSTRAINT_SCHEMA, CONSTRAINT_NAME, UNIQUE_CONSTRAINT_SCHEMA, UNIQUE_CONSTRAINT_NAME, UPDATE_RULE, DELETE_RULE
            from INFORMATION_SCHEMA.REFERENTIAL_CONSTRAINTS
            where CONSTRAINT_SCHEMA = any(?)""";

    static final String CHECKS = """
            select CONSTRAINT_SCHEMA, CONSTRAINT_NAME, CHECK_CLAUSE
            from INFORMATION_SCHEMA.CHECK_CONSTRAINTS
            where CONSTRAINT_SCHEMA = any(?)""";

    /** Those that no constraint made. */
    static final String INDEXES = """
            select INDEX_SCHEMA, INDEX_NAME, TABLE_SCHEMA, TABLE_NAME, INDEX_TYPE_NAME
            from INFORMATION_SCHEMA.INDEXES
            where TABLE_SCHEMA = any(?) and not IS_GENERATED""";

    static final String INDEX_COLUMNS = """
            select INDEX_SCHEMA, INDEX_NAME, COLUMN_NAME, ORDERING_SPECIFICATION, NULL_ORDERING
            from INFORMATION_SCHEMA.INDEX_COLUMNS
            order by ORDINAL_POSITION""";

    /** Those of identity columns are not listed. */
    static final String SEQUENCES = """
            select SEQUENCE_SCHEMA, SEQUENCE_NAME, START_VALUE, INCREMENT
            from INFORMATION_SCHEMA.SEQUENCES
            where SEQUENCE_SCHEMA = any(?)""";

    /** What names and types are called by, each of a few words that H2 knows. */
    static final String SETTINGS = """
            select SETTING_NAME, SETTING_VALUE from INFORMATION_SCHEMA.SETTINGS
            where SETTING_NAME in
                ('MODE', 'DATABASE_TO_LOWER', 'DATABASE_TO_UPPER', 'CASE_INSENSITIVE_IDENTIFIERS', 'DEFAULT_NULL_ORDERING')""";

    static final String VERSION = "select h2version() as version";

    private H2Catalog() {}
}
