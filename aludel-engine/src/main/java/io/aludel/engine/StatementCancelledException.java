// SPDX-License-Identifier: Apache-2.0
package io.aludel.engine;

import org.jspecify.annotations.Nullable;

/** The statement was cancelled: it took longer than the database allows, or somebody asked so. */
public class StatementCancelledException extends EngineException {
    public StatementCancelledException(String message, @Nullable String sql, Throwable cause) {
        super(message, sql, cause);
    }

    StatementCancelledException(
            String code, String message, Outcome outcome, @Nullable String sql, @Nullable Throwable cause) {
        super(code, message, outcome, sql, cause);
    }
}
