// SPDX-License-Identifier: Apache-2.0
package io.aludel.testkit;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** One empty database, for one test; it is gone once closed. What the {@code conformance} suite needs to know of it. */
public interface TestedDatabase extends AutoCloseable {
    /** What {@link io.aludel.engine.Engine#create(String)} is given. */
    String dsn();

    /** The same place by the driver's own means: no pool, a new connection each time. */
    DataSource dataSource();

    /** A new connection, in auto-commit mode as JDBC has it. The test closes it. */
    default Connection openConnection() throws SQLException {
        return dataSource().getConnection();
    }

    /** Whether other processes can reach it by its DSN too. */
    default boolean isReachedByOtherProcesses() {
        return true;
    }

    /** Removes the database. A second call does nothing. */
    @Override
    void close();
}
