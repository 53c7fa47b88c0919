// SPDX-License-Identifier: Apache-2.0
package io.aludel.engine;

import io.aludel.core.dialect.SqlError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The database refused a change because of a constraint. Databases tell differently much of it; the rest is added from what the program knows, a session's model or {@link
 * EngineSettings#withSchema}, where it is certain: the constraint, its table and its columns. The message names them, but no values, which may be secrets; the cause has what the database said.
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
                    MISSING_RIGHT,
                    OTHER -> throw new IllegalArgumentException("No constraint is violated by " + error.kind() + ".");
        };
    }

    /** One of the four violations. */
    public SqlError.Kind kind() {
        return error.kind();
    }

    /** The constraint's name, as the schema has it if the database changed its case or cut it; null for columns that are not null, and where it is not certain. */
    public @Nullable String constraint() {
        return error.constraint();
    }

    /** The table that the constraint belongs to; null where it is not certain. */
    public @Nullable String table() {
        return error.table();
    }

    /** The columns that were violated, in the constraint's order; empty for a check, and where they are not certain. */
    public List<String> columns() {
        return error.columns();
    }
}
