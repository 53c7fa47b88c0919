// SPDX-License-Identifier: Apache-2.0
package io.aludel.engine;

import org.jspecify.annotations.Nullable;

/** The statement, or its transaction, took longer than {@link Timeouts} allow. */
public class StatementTimeoutException extends StatementCancelledException {
    StatementTimeoutException(String message, Outcome outcome, @Nullable String sql, @Nullable Throwable cause) {
        super("ENG-013", message, outcome, sql, cause);
    }
}
