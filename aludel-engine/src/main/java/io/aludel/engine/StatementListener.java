// SPDX-License-Identifier: Apache-2.0
package io.aludel.engine;

import io.aludel.core.dialect.TransactionMode;

/**
 * Told of what an engine does. Called on the thread of the connection, between its statements; must not throw, and must be safe to share
 * between threads if the engine is.
 */
public interface StatementListener {
    /** A statement has been executed, or has failed; a query when its last row was read or its rows were closed. */
    void executed(ExecutedStatement statement);

    default void began(TransactionMode mode) {}

    default void committed() {}

    default void rolledBack() {}
}
