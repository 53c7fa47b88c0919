// SPDX-License-Identifier: Apache-2.0
package io.aludel.engine;

import io.aludel.core.dialect.SqlError;
import org.jspecify.annotations.Nullable;

/** A row would refer to one that is not there, or is no longer. */
public class ForeignKeyViolationException extends ConstraintViolationException {
    private final @Nullable String target;

    ForeignKeyViolationException(String message, @Nullable String sql, Throwable cause, SqlError error) {
        super(message, sql, cause, error);
        this.target = error.target();
    }

    /** The table that the key points at; null where neither the database nor the schema tells it. */
    public @Nullable String target() {
        return target;
    }
}
