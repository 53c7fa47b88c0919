// SPDX-License-Identifier: Apache-2.0
package io.aludel.engine;

import org.jspecify.annotations.Nullable;

/** This transaction and another one could not both go on: a serialization failure or a deadlock. Roll back, and try it again as a whole. */
public class TransactionConflictException extends EngineException {
    public TransactionConflictException(String message, @Nullable String sql, Throwable cause) {
        super(message, sql, cause);
    }
}
