// SPDX-License-Identifier: Apache-2.0
package io.aludel.testing.databases;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** An H2 database in memory, which a connection of its own keeps alive until it is closed. Other processes cannot reach it. */
final class H2Memory implements FreshDatabase {
    private static final AtomicInteger DATABASES = new AtomicInteger();

    /** As a DSN opens it, or a second connection would ask for another database of the same name. */
    private static final String SETTINGS = ";DATABASE_TO_LOWER=TRUE;LOCK_TIMEOUT=10000";

    private final String name;
    private final Connection keeper;
    private final AtomicBoolean closed = new AtomicBoolean();

    private H2Memory(String name) throws SQLException {
        this.name = name;
        this.keeper = source("jdbc:h2:mem:" + name + SETTINGS).getConnection();
    }

    static H2Memory create() {
        String name = "test_" + DATABASES.incrementAndGet();
        try {
            return new H2Memory(name);
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot open the H2 database " + name + ".", e);
        }
    }

    @Override
    public TestDatabase database() {
        return TestDatabase.H2;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean isReachedByOtherProcesses() {
        return false;
    }

    @Override
    public String dsn() {
        return "h2:mem:" + name;
    }

    @Override
    public String jdbcUrl() {
        return "jdbc:h2:mem:" + name + SETTINGS + ";IFEXISTS=TRUE";
    }

    @Override
    public DataSource dataSource() {
        return source(jdbcUrl());
    }

    private static DataSource source(String url) {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL(url);
        return source;
    }

    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) return;
        List<String> leaks = shutDown();
        if (!leaks.isEmpty()) {
            throw new AssertionError(
                    "%d connection(s) to %s still open; close what the test opened (connection, session, engine):%n  %s"
                            .formatted(leaks.size(), this, String.join(System.lineSeparator() + "  ", leaks)));
        }
    }

    /** Closes all connections, and says which there were besides our own. */
    private List<String> shutDown() {
        try (keeper;
                Statement statement = keeper.createStatement()) {
            List<String> others = new ArrayList<>();
            try (ResultSet sessions = statement.executeQuery("select session_id, session_start, session_state"
                    + " from information_schema.sessions where session_id <> session_id() order by session_id")) {
                while (sessions.next()) {
                    others.add("session %d, since %s, %s"
                            .formatted(sessions.getLong(1), sessions.getString(2), sessions.getString(3)));
                }
            }
            statement.execute("shutdown immediately");
            return others;
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot close the H2 database " + name + ".", e);
        }
    }

    @Override
    public String toString() {
        return dsn();
    }
}
