// SPDX-License-Identifier: Apache-2.0
package io.aludel.benchmarks.library;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * One transaction for many reads, as a session has it. Otherwise each would begin and end one of its own, which is half of what SQLite takes to read one
 * row.
 */
final class OneTransaction {
    private OneTransaction() {}

    static void begin(Connection connection) {
        try {
            connection.setAutoCommit(false);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static void end(Connection connection) {
        try {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
