// SPDX-License-Identifier: Apache-2.0
package io.aludel.engine;

import io.aludel.core.dialect.SqlError;
import io.aludel.core.schema.Schema;

/** What an error has to be seen with: those of a connection say all of it. */
interface Circumstances {
    /** Those of no connection yet. */
    Circumstances NONE = () -> false;

    /** Whether a statement that fails belongs to a transaction. */
    boolean inTransaction();

    /** Whether that transaction was begun to read only. */
    default boolean readOnly() {
        return false;
    }

    /** Whether a statement that was cancelled had taken too long. */
    default boolean late() {
        return false;
    }

    default Timeouts timeouts() {
        return Timeouts.NONE;
    }

    /** What is known of the database; empty for nothing. */
    default Schema schema() {
        return Schema.EMPTY;
    }

    /** Told of each error. */
    default void failed(SqlError.Kind kind, EngineException error) {}
}
