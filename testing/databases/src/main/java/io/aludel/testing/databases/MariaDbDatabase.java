// SPDX-License-Identifier: Apache-2.0
package io.aludel.testing.databases;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;

/** A database on the one server, made by {@code create database} and gone by {@code drop database}. */
final class MariaDbDatabase implements FreshDatabase {
    /** A connection that stays longer than this after the test is a leak. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final MariaDbServer server;
    private final String name;
    private final AtomicBoolean closed = new AtomicBoolean();

    MariaDbDatabase(MariaDbServer server, String name) {
        this.server = server;
        this.name = name;
    }

    @Override
    public TestDatabase database() {
        return TestDatabase.MARIADB;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String dsn() {
        return server.dsn(name);
    }

    @Override
    public String jdbcUrl() {
        return server.jdbcUrl(name);
    }

    @Override
    public DataSource dataSource() {
        return server.dataSource(name);
    }

    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) return;
        List<String> leaks = server.connectionsThatStay(name, PATIENCE);
        server.drop(name);
        if (!leaks.isEmpty()) {
            throw new AssertionError(
                    "%d connection(s) to %s still open; close what the test opened (connection, session, engine):%n  %s"
                            .formatted(leaks.size(), this, String.join(System.lineSeparator() + "  ", leaks)));
        }
    }

    @Override
    public String toString() {
        return dsn();
    }
}
