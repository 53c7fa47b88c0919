// SPDX-License-Identifier: Apache-2.0
package io.aludel.engine;

import io.aludel.core.dialect.SqlError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The database refused a change because of a constraint. Of a unique key it tells the name or the columns (SQLite the columns, PostgreSQL the name, H2 both), of a column
 * that is not null the column, of a check the name, of a foreign key the name, except that SQLite tells nothing of it.
 */
public class ConstraintViolationException extends EngineException {
    private final SqlError error;

    /** @param error one of the four violations */
    public ConstraintViolationException(String message, @Nullable String sql, Throwable cause, SqlError error) {
        super(message, sql, cause);
        this.error = error;
    }

    static ConstraintViolationException of(String message, @Nullable String sql, Throwable cause, SqlError error) {
        return switch (error.kind()) {
            case UNIQUE_VIOLATION -> new UniqueViolationException(message, sql, cause, error);
            case FOREIGN_KEY_VIOLATION -> new ForeignKeyViolationException(message, sql, cause, error);
            case CHECK_VIOLATION -> new CheckViolationException(message, sql, cause, error);
            case NOT_NULL_VIOLATION -> new NotNullViolationException(message, sql, cause, error);
            case SERIALIZATION_FAILURE,
                    DEADLOCK,
                    LOCK_TIMEOUT,
                    CANCELLED,
                    CONNECTION_FAILURE,
                    READ_ONLY,
                    STORAGE_FULL,
                    STORAGE_FAILURE,
                    UNREADABLE,
                    OTHER -> throw new IllegalArgumentException("No constraint is violated by " + error.kind() + ".");
        };
    }

    /** One of the four violations. */
    public SqlError.Kind kind() {
        return error.kind();
    }

    /** The constraint's name; null where the database does not tell it, as for columns that are not null. */
    public @Nullable String constraint() {
        return error.constraint();
    }

    /** The table that the constraint belongs to; null where the database does not tell it. */
    public @Nullable String table() {
        return error.table();
    }

    /** The columns that were violated, in the constraint's order; empty where the database does not tell them. */
    public List<String> columns() {
        return error.columns();
    }
}
