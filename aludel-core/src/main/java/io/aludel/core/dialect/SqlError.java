// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.dialect;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an error of the database means to a program.
 *
 * @param constraint the name of the constraint that was violated; null where there is none, or the database does not tell
 * @param table the table that it belongs to, without its schema; null where the database does not tell
 * @param columns those that were violated, in their order; empty where the database does not tell
 * @param target the table that a foreign key points at, without its schema; null for others, and where the database does not tell
 * @param unparted table and columns as one text ({@code animal.name, animal.tag}), where the database writes names in a way that
 *     it could be taken apart otherwise than was done; null elsewhere
 */
public record SqlError(
        Kind kind,
        @Nullable String constraint,
        @Nullable String table,
        List<String> columns,
        @Nullable String target,
        @Nullable String unparted) {
    /** As far as programs act differently. */
    public enum Kind {
        /** The database tells the key's name, or its columns, or both. */
        UNIQUE_VIOLATION,
        /** The database tells the key's name, or nothing (SQLite). */
        FOREIGN_KEY_VIOLATION,
        /** The database tells the check's name. */
        CHECK_VIOLATION,
        /** The database tells the column. */
        NOT_NULL_VIOLATION,
        /** Two transactions cannot both have happened; the whole transaction may be tried again. */
        SERIALIZATION_FAILURE,
        /** Two transactions waited for each other; the whole transaction may be tried again. */
        DEADLOCK,
        /** Another transaction held a lock for too long. */
        LOCK_TIMEOUT,
        /** The statement was cancelled, because it took too long or somebody asked so. */
        CANCELLED,
        /** There is no connection, or no longer. */
        CONNECTION_FAILURE,
        /** The user of the connection lacks a right. */
        MISSING_RIGHT,
        /** The database, or this transaction, takes no changes. */
        READ_ONLY,
        /** There is no room for more: the disk is full, or the database has the size that it may have. */
        STORAGE_FULL,
        /** What the database is kept on could not be read or written. */
        STORAGE_FAILURE,
        /** What is there is no database of this kind, or a damaged one. */
        UNREADABLE,
        OTHER
    }

    public SqlError {
        Objects.requireNonNull(kind, "kind");
        columns = List.copyOf(columns);
    }

    public SqlError(Kind kind, @Nullable String constraint, @Nullable String table, List<String> columns) {
        this(kind, constraint, table, columns, null, null);
    }

    /** One of which only the constraint's name is known. */
    public SqlError(Kind kind, @Nullable String constraint) {
        this(kind, constraint, null, List.of());
    }

    public static SqlError of(Kind kind) {
        return new SqlError(kind, null);
    }

    /** The meaning of an SQLSTATE, those of PostgreSQL that have become common included. */
    public static SqlError ofState(@Nullable String state) {
        if (state == null) {
            return of(Kind.OTHER);
        }
        return switch (state) {
            case "23505" -> of(Kind.UNIQUE_VIOLATION);
            case "23503", "23001" -> of(Kind.FOREIGN_KEY_VIOLATION);
            case "23514" -> of(Kind.CHECK_VIOLATION);
            case "23502" -> of(Kind.NOT_NULL_VIOLATION);
            case "40001" -> of(Kind.SERIALIZATION_FAILURE);
            case "40P01" -> of(Kind.DEADLOCK);
            case "55P03" -> of(Kind.LOCK_TIMEOUT);
            case "57014", "HYT00" -> of(Kind.CANCELLED);
            case "42501" -> of(Kind.MISSING_RIGHT);
            case "25006" -> of(Kind.READ_ONLY);
            case "53100" -> of(Kind.STORAGE_FULL);
            case "58030" -> of(Kind.STORAGE_FAILURE);
            case "XX001", "XX002" -> of(Kind.UNREADABLE);
            case "57P01", "57P02", "57P03", "57P04", "57P05", "25P03", "25P04" -> of(Kind.CONNECTION_FAILURE);
            default -> of(state.startsWith("08") ? Kind.CONNECTION_FAILURE : Kind.OTHER);
        };
    }
}
