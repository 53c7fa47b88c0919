// SPDX-License-Identifier: Apache-2.0
package io.aludel.testing.databases;

import io.aludel.testkit.TestedDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * One empty database, for one test; it is gone once closed.
 *
 * <p>Closing also looks for leaks: if a connection to the database is still open, {@link #close()} cleans up and then
 * throws an {@link AssertionError} that says how many there are and, where the server tells, what they did last.
 */
public interface FreshDatabase extends TestedDatabase {
    /** What kind it is. */
    TestDatabase database();

    /** Its name on the server, or the name of its file without the ending. */
    String name();

    /** The DSN: {@code sqlite:/tmp/…/test.db}, {@code postgresql://postgres@localhost:54321/test_1}. */
    @Override
    String dsn();

    /** The same place as a JDBC URL. */
    String jdbcUrl();

    /** Executes statements by plain JDBC, one after the other on one connection: for what a test finds in place. */
    default void execute(String... statements) throws SQLException {
        try (Connection connection = openConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) statement.execute(sql);
        }
    }

    /** The rows of a query by plain JDBC, each a list of {@code getObject} values in the order of the columns. */
    default List<List<Object>> rows(String query) throws SQLException {
        try (Connection connection = openConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            List<List<Object>> rows = new ArrayList<>();
            while (result.next()) rows.add(row(result));
            return Collections.unmodifiableList(rows);
        }
    }

    private static List<Object> row(ResultSet result) throws SQLException {
        List<Object> row = new ArrayList<>();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) row.add(result.getObject(i));
        return Collections.unmodifiableList(row);
    }

    /**
     * Removes the database. A second call does nothing.
     *
     * @throws AssertionError if connections to it were still open
     */
    @Override
    void close();
}
