// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.h2;

/** The queries of {@code information_schema} about what is neither a table nor a view, one for each kind. */
final class H2ObjectCatalog {
    /** A domain that was made of another one has its type, and names it. */
    static final String DOMAINS = """
            select DOMAIN_SCHEMA, DOMAIN_NAME, data_type_sql(DOMAIN_SCHEMA, DOMAIN_NAME, 'DOMAIN', DTD_IDENTIFIER) as type,
                DOMAIN_DEFAULT, DOMAIN_ON_UPDATE, PARENT_DOMAIN_SCHEMA, PARENT_DOMAIN_NAME, REMARKS
            from INFORMATION_SCHEMA.DOMAINS
            where DOMAIN_SCHEMA = any(?)""";

    static final String DOMAIN_CHECKS = """
            select CONSTRAINT_SCHEMA, CONSTRAINT_NAME, DOMAIN_SCHEMA, DOMAIN_NAME
            from INFORMATION_SCHEMA.DOMAIN_CONSTRAINTS
            where DOMAIN_SCHEMA = any(?)""";

    /** Those of identity columns are not listed. */
    static final String SEQUENCES = """
            select SEQUENCE_SCHEMA, SEQUENCE_NAME, DATA_TYPE as number_type, NUMERIC_PRECISION as number_precision,
                DECLARED_NUMERIC_PRECISION as declared_precision, START_VALUE, INCREMENT, MINIMUM_VALUE, MAXIMUM_VALUE,
                CYCLE_OPTION, CACHE, REMARKS
            from INFORMATION_SCHEMA.SEQUENCES
            where SEQUENCE_SCHEMA = any(?)""";

    /** A row for each method that a call may mean. Who is no administrator is not shown what is written in Java. */
    static final String ROUTINES = """
            select ROUTINE_SCHEMA, ROUTINE_NAME, ROUTINE_TYPE, ROUTINE_DEFINITION, EXTERNAL_NAME, IS_DETERMINISTIC, REMARKS
            from INFORMATION_SCHEMA.ROUTINES
            where ROUTINE_SCHEMA = any(?)
            order by SPECIFIC_NAME""";

    /** What a schema of ours has no place for. */
    static final String OTHERS = """
            select CONSTANT_SCHEMA as schema_name, CONSTANT_NAME as name, 'constant' as kind
            from INFORMATION_SCHEMA.CONSTANTS
            where CONSTANT_SCHEMA = any(?)
            union all
            select SYNONYM_SCHEMA, SYNONYM_NAME, 'synonym'
            from INFORMATION_SCHEMA.SYNONYMS
            where SYNONYM_SCHEMA = any(?)""";

    private H2ObjectCatalog() {}
}
