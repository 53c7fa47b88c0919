// SPDX-License-Identifier: Apache-2.0
package io.aludel.engine;

import io.aludel.core.dialect.TransactionSetting;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Deque;

/** What of a connection's session was set for one transaction, to be set back after it. */
final class SessionSettings {
    private final Connection jdbc;
    private final Deque<String> undo = new ArrayDeque<>();

    SessionSettings(Connection jdbc) {
        this.jdbc = jdbc;
    }

    /** Sets it if it is the session's; what is the transaction's own is left alone. */
    void set(TransactionSetting setting) throws SQLException {
        if (setting.undoQuery() == null) {
            return;
        }
        try (Statement statement = jdbc.createStatement()) {
            try (ResultSet before = statement.executeQuery(setting.undoQuery())) {
                before.next();
                undo.push(before.getString(1));
            }
            statement.execute(setting.sql());
        }
    }

    /** Sets back everything, the last first. What cannot be is left to the next call. */
    void undo() throws SQLException {
        while (!undo.isEmpty()) {
            try (Statement statement = jdbc.createStatement()) {
                statement.execute(undo.peek());
            }
            undo.pop();
        }
    }
}
