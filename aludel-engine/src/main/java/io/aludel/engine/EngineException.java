// SPDX-License-Identifier: Apache-2.0
package io.aludel.engine;

import io.aludel.core.AludelException;
import org.jspecify.annotations.Nullable;

/** What went wrong between the program and the database. Where the database said so, its {@link java.sql.SQLException} is the cause. */
public class EngineException extends AludelException {
    /** What became of what the program wanted to write, as far as the message says so. */
    public enum Outcome {
        /** The message leaves it to the transaction, which goes on or is rolled back. */
        UNSAID,
        NOTHING_WRITTEN,
        /** It may have been done all the same: look before trying again. */
        UNKNOWN
    }

    private final @Nullable String sql;
    private final Outcome outcome;

    public EngineException(String message) {
        this(message, null, null);
    }

    public EngineException(String message, @Nullable String sql, @Nullable Throwable cause) {
        this(null, message, sql, cause);
    }

    /** @param code a heading in {@code docs/errors.md} */
    EngineException(@Nullable String code, String message, @Nullable String sql, @Nullable Throwable cause) {
        this(code, message, Outcome.UNSAID, sql, cause);
    }

    EngineException(
            @Nullable String code, String message, Outcome outcome, @Nullable String sql, @Nullable Throwable cause) {
        super(code, message, cause);
        this.sql = sql;
        this.outcome = outcome;
    }

    /** The statement in full, which the message may have shortened; null where none was being executed. */
    public @Nullable String sql() {
        return sql;
    }

    public Outcome outcome() {
        return outcome;
    }
}
