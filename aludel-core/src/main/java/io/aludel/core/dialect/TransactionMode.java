// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.dialect;

/** What a transaction is going to do. */
public enum TransactionMode {
    /**
     * It may write. Where a database has one writer at a time the transaction waits for its turn when it begins: one that began as a
     * reader could no longer become the writer once another has written.
     */
    READ_WRITE,
    /** It only reads, and waits for no writer. */
    READ_ONLY
}
