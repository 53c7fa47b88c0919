// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.dialect;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A statement by which a transaction gets what it is to have.
 *
 * @param sql executed as the transaction's first statement; before it begins where there is an {@code undoQuery}
 * @param undoQuery asked before {@code sql} for one text, the statement that sets the session back when the transaction has ended; null where
 *     what is set ends with the transaction
 */
public record TransactionSetting(String sql, @Nullable String undoQuery) {
    public TransactionSetting {
        Objects.requireNonNull(sql, "sql");
    }

    /** One that ends with the transaction. */
    public static TransactionSetting ofTransaction(String sql) {
        return new TransactionSetting(sql, null);
    }

    /** One that stays with the session until it is set back. */
    public static TransactionSetting ofSession(String sql, String undoQuery) {
        return new TransactionSetting(sql, Objects.requireNonNull(undoQuery, "undoQuery"));
    }
}
