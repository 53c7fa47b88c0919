// SPDX-License-Identifier: Apache-2.0
package io.aludel.testing.databases;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** A MariaDB with a data directory of its own. */
final class KillableMariaDb implements KillableServer {
    private final MariaDbProcess server;

    private KillableMariaDb(MariaDbProcess server) {
        this.server = server;
    }

    static KillableMariaDb start() throws IOException, InterruptedException {
        MariaDbProcess server = MariaDbProcess.start(MariaDbFiles.ready());
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:mariadb://localhost:%d/?user=%s".formatted(server.port(), MariaDbProcess.USER));
                Statement statement = connection.createStatement()) {
            statement.execute("create database killable");
        } catch (SQLException e) {
            throw new IOException("Cannot make a database.", e);
        }
        return new KillableMariaDb(server);
    }

    @Override
    public String dsn() {
        return "mariadb://%s@localhost:%d/killable".formatted(MariaDbProcess.USER, server.port());
    }

    @Override
    public void kill() throws InterruptedException {
        server.kill();
    }

    @Override
    public void restart() throws IOException, InterruptedException {
        server.restart();
    }

    /** What is left goes with the JVM. */
    @Override
    public void close() {
        try {
            server.kill();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
