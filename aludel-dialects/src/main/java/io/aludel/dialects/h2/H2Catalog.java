// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.h2;

/**
 * The queries of {@code information_schema} about tables and views, a fixed number of them whatever the schema's size. None joins: H2 has no indexes
 * there, so that a join is quadratic. Rows are put together in Java. Names are in upper case: bare names are kept so, or folded as those of the
 * catalogue are.
 *
 * <p>{@code ? or … = any(?)} is a filter by names: whether all are wanted, and otherwise which.
 */
final class H2Catalog {
    /** {@code null_ordering} is where NULLs stand if nothing is said. */
    static final String DEFAULTS = """
            select current_schema as default_schema, (select SETTING_VALUE from INFORMATION_SCHEMA.SETTINGS
                where SETTING_NAME = 'DEFAULT_NULL_ORDERING') as null_ordering""";

    /** But for H2's own. */
    static final String SCHEMAS = """
            select SCHEMA_NAME from INFORMATION_SCHEMA.SCHEMATA
            where SCHEMA_NAME not in ('INFORMATION_SCHEMA', 'information_schema', 'PG_CATALOG', 'pg_catalog')
            order by SCHEMA_NAME""";

    /** A local temporary table is the session's, not the schema's. */
    static final String TABLES = """
            select TABLE_SCHEMA, TABLE_NAME, TABLE_TYPE, TABLE_CLASS, REMARKS from INFORMATION_SCHEMA.TABLES
            where TABLE_SCHEMA = any(?) and TABLE_TYPE = any(?) and (cast(? as boolean) or TABLE_NAME = any(?))""";

    /** The class of H2's own tables; others are links, or of another maker. */
    static final String TABLE_CLASS = "org.h2.mvstore.db.MVTable";

    static final String HAS_TABLE = """
            select TABLE_NAME from INFORMATION_SCHEMA.TABLES
            where TABLE_SCHEMA = ? and TABLE_NAME = ? and TABLE_TYPE = 'BASE TABLE' and TABLE_CLASS = ?""";

    static final String COLUMNS = """
            select TABLE_SCHEMA, TABLE_NAME, COLUMN_NAME, DOMAIN_SCHEMA, DOMAIN_NAME,
                data_type_sql(TABLE_SCHEMA, TABLE_NAME, 'TABLE', DTD_IDENTIFIER) as type, IS_NULLABLE, COLUMN_DEFAULT,
                GENERATION_EXPRESSION, IDENTITY_GENERATION, IDENTITY_START as start_value, IDENTITY_INCREMENT as increment,
                IDENTITY_MINIMUM as minimum_value, IDENTITY_MAXIMUM as maximum_value, IDENTITY_CYCLE as cycle_option,
                IDENTITY_CACHE as cache, DATA_TYPE as number_type, NUMERIC_PRECISION as number_precision,
                COLUMN_ON_UPDATE, DEFAULT_ON_NULL, IS_VISIBLE, REMARKS
            from INFORMATION_SCHEMA.COLUMNS
            where TABLE_SCHEMA = any(?) and (cast(? as boolean) or TABLE_NAME = any(?))
            order by ORDINAL_POSITION""";

    static final String VIEWS = """
            select TABLE_SCHEMA, TABLE_NAME, VIEW_DEFINITION, STATUS from INFORMATION_SCHEMA.VIEWS
            where TABLE_SCHEMA = any(?) and (cast(? as boolean) or TABLE_NAME = any(?))""";

    private static final String ALL_CONSTRAINTS = """
            select TABLE_SCHEMA, TABLE_NAME, CONSTRAINT_SCHEMA, CONSTRAINT_NAME, CONSTRAINT_TYPE, NULLS_DISTINCT, INDEX_SCHEMA,
                INDEX_NAME
            from INFORMATION_SCHEMA.TABLE_CONSTRAINTS""";

    /** Of every schema, as the keys' columns are: a foreign key may refer to one that is not asked for. */
    static final String CONSTRAINTS = ALL_CONSTRAINTS + " where cast(? as boolean) or TABLE_NAME = any(?)";

    /** Those that the keys of some tables refer to. */
    static final String TARGETS = ALL_CONSTRAINTS + " where CONSTRAINT_NAME = any(?)";

    /** A column that was renamed has its former name here. */
    static final String KEY_COLUMNS = """
            select CONSTRAINT_SCHEMA, CONSTRAINT_NAME, COLUMN_NAME, POSITION_IN_UNIQUE_CONSTRAINT
            from INFORMATION_SCHEMA.KEY_COLUMN_USAGE
            where cast(? as boolean) or CONSTRAINT_NAME = any(?)
            order by ORDINAL_POSITION""";

    static final String FOREIGN_KEYS = """
            select CONSTRAINT_SCHEMA, CONSTRAINT_NAME, UNIQUE_CONSTRAINT_SCHEMA, UNIQUE_CONSTRAINT_NAME, UPDATE_RULE, DELETE_RULE
            from INFORMATION_SCHEMA.REFERENTIAL_CONSTRAINTS
            where CONSTRAINT_SCHEMA = any(?) and (cast(? as boolean) or CONSTRAINT_NAME = any(?))""";

    /** Of tables and of domains. */
    static final String CHECKS = """
            select CONSTRAINT_SCHEMA, CONSTRAINT_NAME, CHECK_CLAUSE
            from INFORMATION_SCHEMA.CHECK_CONSTRAINTS
            where CONSTRAINT_SCHEMA = any(?) and (cast(? as boolean) or CONSTRAINT_NAME = any(?))""";

    /** Those that no constraint made. */
    static final String INDEXES = """
            select INDEX_SCHEMA, INDEX_NAME, TABLE_SCHEMA, TABLE_NAME, INDEX_TYPE_NAME, NULLS_DISTINCT
            from INFORMATION_SCHEMA.INDEXES
            where TABLE_SCHEMA = any(?) and (cast(? as boolean) or TABLE_NAME = any(?)) and not IS_GENERATED""";

    /** In a unique index, a column that is not unique is held besides its key. */
    static final String INDEX_COLUMNS = """
            select INDEX_SCHEMA, INDEX_NAME, COLUMN_NAME, ORDERING_SPECIFICATION, NULL_ORDERING, IS_UNIQUE
            from INFORMATION_SCHEMA.INDEX_COLUMNS
            where cast(? as boolean) or TABLE_NAME = any(?)
            order by ORDINAL_POSITION""";

    /** A row for each event. */
    static final String TRIGGERS = """
            select TRIGGER_SCHEMA, TRIGGER_NAME, EVENT_MANIPULATION, EVENT_OBJECT_SCHEMA as table_schema,
                EVENT_OBJECT_TABLE as table_name, ACTION_ORIENTATION, ACTION_TIMING, IS_ROLLBACK, JAVA_CLASS, QUEUE_SIZE,
                NO_WAIT
            from INFORMATION_SCHEMA.TRIGGERS
            where TRIGGER_SCHEMA = any(?) and (cast(? as boolean) or EVENT_OBJECT_TABLE = any(?))""";

    /** What names and types are called by, each of a few words that H2 knows. */
    static final String SETTINGS = """
            select SETTING_NAME, SETTING_VALUE from INFORMATION_SCHEMA.SETTINGS
            where SETTING_NAME in
                ('MODE', 'DATABASE_TO_LOWER', 'DATABASE_TO_UPPER', 'CASE_INSENSITIVE_IDENTIFIERS', 'DEFAULT_NULL_ORDERING')""";

    static final String VERSION = "select h2version() as version";

    private H2Catalog() {}
}
