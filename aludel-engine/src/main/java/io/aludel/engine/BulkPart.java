// SPDX-License-Identifier: Apache-2.0
package io.aludel.engine;

import org.jspecify.annotations.Nullable;

/** Some rows of a bulk insert: those that are held in memory at a time. */
interface BulkPart {
    void add(@Nullable Object[] row);

    boolean isFull();

    /** Writes what was added since the last time. */
    void write();

    /** What was attempted, as in "Cannot …": these rows, counted from 1. */
    static String rows(long first, long last) {
        return first == last ? "insert row " + first : "insert rows " + first + " to " + last;
    }

    /** Whether a row can have been the cause, not a lock, a timeout or the connection. */
    static boolean isOfARow(EngineException failure) {
        return failure instanceof ConstraintViolationException || failure.getClass() == EngineException.class;
    }
}
