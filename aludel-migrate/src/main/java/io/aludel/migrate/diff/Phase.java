// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.diff;

/**
 * The order in which a schema changes: what holds others goes first, new tables stand before anything points at them, columns are there
 * before keys over them, and tables go last. A column that is computed from others comes after them and goes before them. An identity is taken from its
 * column before the primary key goes and given after it has come, as some databases know identities as keys only. What is renamed is renamed when what
 * goes up to the primary keys is gone.
 */
enum Phase {
    DROP_FOREIGN_KEYS,
    DROP_INDEXES,
    DROP_EXCLUSIONS,
    DROP_CHECKS,
    DROP_UNIQUE_KEYS,
    DROP_IDENTITIES,
    DROP_PRIMARY_KEYS,
    RENAME_CONSTRAINTS,
    RENAME_INDEXES,
    CREATE_SCHEMAS,
    CREATE_ENUM_TYPES,
    ADD_ENUM_VALUES,
    CREATE_SEQUENCES,
    ALTER_SEQUENCES,
    CREATE_TABLES,
    COMMENT_TABLES,
    DROP_COMPUTED_COLUMNS,
    ADD_COLUMNS,
    ALTER_COLUMNS,
    ADD_COMPUTED_COLUMNS,
    ALTER_COMPUTED_COLUMNS,
    DROP_COLUMNS,
    DROP_ENUM_VALUES,
    ADD_PRIMARY_KEYS,
    ADD_IDENTITIES,
    ADD_UNIQUE_KEYS,
    CREATE_INDEXES,
    ADD_CHECKS,
    ADD_EXCLUSIONS,
    ADD_FOREIGN_KEYS,
    DROP_TABLES,
    DROP_ENUM_TYPES,
    DROP_SEQUENCES
}
