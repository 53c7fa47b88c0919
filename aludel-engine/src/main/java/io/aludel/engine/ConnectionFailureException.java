// SPDX-License-Identifier: Apache-2.0
package io.aludel.engine;

import org.jspecify.annotations.Nullable;

/** There is no connection to the database: it could not be had, or it was lost. */
public class ConnectionFailureException extends EngineException {
    public ConnectionFailureException(String message, @Nullable String sql, @Nullable Throwable cause) {
        super(message, sql, cause);
    }

    ConnectionFailureException(String code, String message, @Nullable String sql, @Nullable Throwable cause) {
        super(code, message, sql, cause);
    }

    ConnectionFailureException(
            String code, String message, Outcome outcome, @Nullable String sql, @Nullable Throwable cause) {
        super(code, message, outcome, sql, cause);
    }
}
