// SPDX-License-Identifier: Apache-2.0
package io.aludel.engine;

import io.aludel.core.AludelException;
import org.jspecify.annotations.Nullable;

/** What went wrong between the program and the database. Where the database said so, its {@link java.sql.SQLException} is the cause. */
public class EngineException extends AludelException {
    private final @Nullable String sql;

    public EngineException(String message) {
        this(message, null, null);
    }

    public EngineException(String message, @Nullable String sql, @Nullable Throwable cause) {
        this(null, message, sql, cause);
    }

    /** @param code a heading in {@code docs/errors.md} */
    EngineException(@Nullable String code, String message, @Nullable String sql, @Nullable Throwable cause) {
        super(code, message, cause);
        this.sql = sql;
    }

    /** The statement in full, which the message may have shortened; null where none was being executed. */
    public @Nullable String sql() {
        return sql;
    }
}
