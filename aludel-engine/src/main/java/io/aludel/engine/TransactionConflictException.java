// SPDX-License-Identifier: Apache-2.0
package io.aludel.engine;

import io.aludel.core.dialect.SqlError;
import org.jspecify.annotations.Nullable;

/**
 * This transaction and another one could not both go on: a serialization failure or a deadlock. Roll back, and try it again as a whole; {@link
 * Retry} does so.
 */
public class TransactionConflictException extends EngineException {
    private final SqlError.Kind kind;
    private int attempts = 1;

    TransactionConflictException(String message, @Nullable String sql, Throwable cause, SqlError.Kind kind) {
        super("ENG-014", message, sql, cause);
        this.kind = kind;
    }

    /** Serialization failure or deadlock, as the database calls it; H2 calls both a deadlock. */
    public SqlError.Kind kind() {
        return kind;
    }

    /** How often the work was tried, this time included. */
    public int attempts() {
        return attempts;
    }

    void attempts(int attempts) {
        this.attempts = attempts;
    }

    @Override
    public String getMessage() {
        return super.getMessage() + (attempts == 1 ? "" : " It was tried " + attempts + " times.");
    }
}
