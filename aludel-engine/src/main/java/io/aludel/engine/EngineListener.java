// SPDX-License-Identifier: Apache-2.0
package io.aludel.engine;

import java.time.Duration;

/**
 * Told of what an engine does. Called on the thread that does it, when it is done or about to begin; must be safe to share between threads if the
 * engine is. What it throws is logged, and changes nothing else; an {@link Error} goes to the program.
 */
public interface EngineListener {
    /** A statement has been executed, or has failed; a query when its last row was read or its rows were closed. */
    void executed(ExecutedStatement statement);

    /** A statement is about to be executed; {@link #executed} follows on the same thread, of a query perhaps after others. */
    default void executing(String sql) {}

    default void began(TransactionEvent transaction) {}

    default void committed(TransactionEvent transaction) {}

    /** A transaction was rolled back, or its commit has failed. */
    default void rolledBack(TransactionEvent transaction) {}

    /** A connection was handed out, after so long a wait. */
    default void acquired(Duration waited) {}

    /** A connection was given back, after so long. */
    default void released(Duration held) {}

    /** The work of a transaction is about to be done again. */
    default void retrying(RetryEvent retry) {}
}
