// SPDX-License-Identifier: Apache-2.0
package io.aludel.engine;

import io.aludel.core.dialect.Dialect;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * What a connection of somebody else was like before it was set up: a data source gives its connections in any state, and its other
 * users expect them as they know them.
 *
 * @param undo the statement that undoes the setup; null where there is none
 */
record GivenState(boolean autoCommit, @Nullable String undo) {
    /** Sets the connection up, and gives what it was like before. */
    static GivenState setUp(Connection jdbc, Dialect dialect) throws SQLException {
        boolean autoCommit = jdbc.getAutoCommit();
        if (!autoCommit) {
            jdbc.setAutoCommit(true);
        }
        GivenState before = new GivenState(autoCommit, undo(jdbc, dialect));
        TargetDriver.setUp(jdbc, dialect);
        return before;
    }

    void restore(Connection jdbc) throws SQLException {
        if (undo != null) {
            try (Statement statement = jdbc.createStatement()) {
                statement.execute(undo);
            }
        }
        if (!autoCommit) {
            jdbc.setAutoCommit(false);
        }
    }

    private static @Nullable String undo(Connection jdbc, Dialect dialect) throws SQLException {
        String query = dialect.connectionSetupUndo().orElse(null);
        if (query == null) {
            return null;
        }
        try (Statement statement = jdbc.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            return result.next() ? result.getString(1) : null;
        }
    }
}
