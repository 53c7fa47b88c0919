// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.dialect;

/** What databases have or lack. Tests ask for a feature, never for a database's name. */
public enum Feature {
    /** DDL belongs to the transaction and is undone with it. */
    TRANSACTIONAL_DDL,
    /** Constraints and column properties can be changed in place; without it a table is rebuilt. */
    ALTER_TABLE,
    /** More than one schema in a database. */
    SCHEMAS,
    SEQUENCES,
    /** The driver sends a batch of rows as one message, which is quicker than statements of many rows. */
    BATCHES_IN_BULK,
    /** {@code insert … returning}. */
    RETURNING,
    /** An index over the rows that fulfil a predicate. */
    PARTIAL_INDEX,
    /** An index over an expression. */
    EXPRESSION_INDEX,
    /** Foreign keys hold also between transactions that run at the same time; without it, what both write may point at nothing. */
    KEYS_ACROSS_TRANSACTIONS,
    /**
     * Foreign keys are checked when a statement has changed all its rows; without it row by row, and one that points at itself cannot be deleted.
     */
    KEYS_BY_STATEMENT,
    /** Foreign keys that are checked when the transaction ends. */
    DEFERRABLE_KEYS,
    /** Comments on tables and columns. */
    COMMENTS,
    /** Several connections write at the same time. */
    CONCURRENT_WRITERS,
    /** An identity column whose start and increment can be chosen. */
    IDENTITY_OPTIONS,
    /** The numbering of an identity column can be set back within a transaction, and a rollback undoes that. */
    IDENTITY_RESET,
    /** The length of a text type counts characters; without it, one beyond U+FFFF counts as two. */
    LENGTH_IN_CHARACTERS,
    /** A foreign key may refer to columns that are unique by an index, without a constraint. */
    KEYS_TO_UNIQUE_INDEX,
    /** The first rows of a query come before the last ones are read. */
    STREAMED_ROWS,
    /** {@code for update}. */
    ROW_LOCKS,
    /** Columns that hold many values in their order. */
    ARRAYS,
    /** Decimals are exact to 38 digits and more; without it, what has more than 15 is refused unless it is a whole number of 64 bits. */
    WIDE_DECIMALS,
    /** Floating-point numbers may be infinite. */
    INFINITY,
    /** Floating-point columns hold NaN, which equals itself and is greater than all others. */
    NOT_A_NUMBER,
    /** Floating-point columns keep the sign of zero. */
    NEGATIVE_ZERO,
    /** The text functions {@code lower} and {@code upper} know letters beyond ASCII. */
    CASE_FUNCTIONS,
    /** {@link io.aludel.core.schema.EnumType}s. */
    ENUM_TYPES,
    DOMAINS,
    /** A sequence may belong to a column, and goes with it. */
    SEQUENCE_OWNERS,
    MATERIALIZED_VIEWS,
    /** A view with a comment. */
    VIEW_COMMENTS,
    /** Functions and procedures in SQL or a language of the database. */
    ROUTINES,
    /** Several routines may have one name, with other parameters. */
    OVERLOADED_ROUTINES,
    /** Triggers in SQL or a language of the database. */
    TRIGGERS,
    EXCLUSION_CONSTRAINTS,
    /** A table that is a part of another one. */
    PARTITIONS,
    /** Columns that are computed when they are read. */
    VIRTUAL_COLUMNS,
    /** A column that compares its text in another way than the database does. */
    COLLATIONS,
    /** Primary keys and unique constraints that are checked when the transaction ends. */
    DEFERRABLE_UNIQUE_KEYS,
    /** A unique constraint or index to which NULLs are equal. */
    NULLS_NOT_DISTINCT,
    /** A foreign key or check that rows which are there already need not fulfil. */
    UNVALIDATED_CONSTRAINTS,
    /** {@link io.aludel.core.schema.ForeignKey.Match#FULL}. */
    MATCH_FULL,
    /** Indexes of other kinds than ordered ones. */
    INDEX_METHODS,
    /** Further columns in an index that are not part of its key. */
    INDEX_INCLUDE,
    /** Where NULLs stand in an index. */
    INDEX_NULLS_ORDER,
    /** How an index compares: by a class of operators. */
    OPERATOR_CLASSES,
    /** A part of an index compares its text by another collation than the column. */
    INDEX_COLLATIONS,
    /** An index over the first characters of a column. */
    INDEX_PREFIXES,
    /** Transactions can be serializable. */
    SERIALIZABLE_TRANSACTIONS,
    /** A transaction that was begun to read only is refused to write by the database; without it, by the engine, SQL of the program's own excepted. */
    READ_ONLY_TRANSACTIONS,
    /** A statement that waits for a lock can be cancelled; without it, only what is at work. */
    CANCELLED_LOCK_WAITS,
    /** An error says by its name which unique or foreign key was violated; without it, the columns of a unique key are said. */
    NAMED_KEYS_IN_ERRORS,
    /** Primary keys have names of their own. */
    NAMED_PRIMARY_KEYS,
    /** A unique index is another thing than a unique constraint; without it, it is read back as one. */
    UNIQUE_INDEXES,
    /** A name that is longer than what the database keeps is cut; without it, refused. */
    LONG_NAMES,
    /** Text of any length may be part of a primary key. */
    TEXT_PRIMARY_KEYS,
    /** An index may have several columns of text of any length. */
    WIDE_INDEXES,
    /** A check may be about an identity column. */
    CHECKS_ON_IDENTITY,
    /** A check may be about a column that the action of a foreign key changes. */
    CHECKS_ON_ACTIONS,
    /** A table may have hundreds of columns of short text. */
    WIDE_ROWS
}
