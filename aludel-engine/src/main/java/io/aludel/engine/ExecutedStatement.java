// SPDX-License-Identifier: Apache-2.0
package io.aludel.engine;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement that was executed.
 *
 * @param sql as the database got it
 * @param rows the values behind the {@code ?}s in their order, before conversion: one list for each time it was executed, so one for a
 *     plain statement and as many as there are rows for a batch. A column that was bound as an array is the list of its values
 * @param count rows read or changed; {@link java.sql.Statement#SUCCESS_NO_INFO} where the database does not tell
 * @param duration from binding the values to the last row read
 * @param failure null where it succeeded
 */
public record ExecutedStatement(
        String sql,
        List<List<@Nullable Object>> rows,
        long count,
        Duration duration,
        @Nullable Throwable failure) {
    /** How often it was executed at once. */
    public int batchSize() {
        return rows.size();
    }

    /** The SQL only: values may be private. */
    @Override
    public String toString() {
        return sql;
    }
}
