// SPDX-License-Identifier: Apache-2.0
package io.aludel.engine;

import io.aludel.core.dialect.SqlError;
import org.jspecify.annotations.Nullable;

/** The database refused a change because of a constraint. */
public class ConstraintViolationException extends EngineException {
    private final SqlError.Kind kind;
    private final @Nullable String constraint;

    public ConstraintViolationException(String message, @Nullable String sql, Throwable cause, SqlError error) {
        super(message, sql, cause);
        this.kind = error.kind();
        this.constraint = error.constraint();
    }

    /** One of the four violations. */
    public SqlError.Kind kind() {
        return kind;
    }

    /** The constraint's name; null where the database does not tell it, as for columns that are not null. */
    public @Nullable String constraint() {
        return constraint;
    }
}
