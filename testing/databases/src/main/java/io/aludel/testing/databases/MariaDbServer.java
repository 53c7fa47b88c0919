// SPDX-License-Identifier: Apache-2.0
package io.aludel.testing.databases;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.mariadb.jdbc.MariaDbDataSource;

/** The one MariaDB of this JVM. It is started when a test first asks for it, and stopped by a shutdown hook. */
final class MariaDbServer {
    private static final String CLIENTS_OF_DATABASE = """
            select id, concat('connection ', id, ' from ', host, ', ', lower(command), ' for ', time, ' s',
                coalesce(concat(': ', info), ''))
            from information_schema.processlist
            where db = ? and id <> connection_id()
            order by id
            """;

    private static final String DATABASES = """
            select schema_name from information_schema.schemata
            where schema_name not in ('information_schema', 'performance_schema', 'mysql', 'sys')
            """;

    /** Runs once, however many ask, and remembers a failure too: no test waits for the same one again. */
    private static final FutureTask<MariaDbServer> START = new FutureTask<>(MariaDbServer::start);

    private final int port;
    private final AtomicInteger databases = new AtomicInteger();
    private final Set<String> inUse = ConcurrentHashMap.newKeySet();

    private MariaDbServer(int port) {
        this.port = port;
    }

    static MariaDbServer running() {
        START.run();
        try {
            return START.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    "MariaDB did not start; -Daludel.databases=sqlite,h2,postgresql tests without it.", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while MariaDB was starting.", e);
        }
    }

    private static MariaDbServer start() throws IOException, InterruptedException {
        return new MariaDbServer(MariaDbProcess.start(MariaDbFiles.ready()).port());
    }

    FreshDatabase create() {
        String name = "test_" + databases.incrementAndGet();
        inUse.add(name);
        execute("create database " + name);
        return new MariaDbDatabase(this, name);
    }

    /** Whatever else a test has made goes too, once no other test can have made it: a schema is a database here. */
    void drop(String name) {
        inUse.remove(name);
        try (Connection connection = dataSource("").getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("set lock_wait_timeout = 10");
            for (Client client : clients(connection, name)) kill(statement, client);
            statement.execute("drop database if exists " + name);
            if (inUse.isEmpty()) {
                List<String> others = new ArrayList<>();
                try (ResultSet result = statement.executeQuery(DATABASES)) {
                    while (result.next()) others.add(result.getString(1));
                }
                for (String other : others) {
                    statement.execute("drop database `" + other.replace("`", "``") + "`");
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot drop " + name + " on the MariaDB of the tests.", e);
        }
    }

    private static void kill(Statement statement, Client client) {
        try {
            statement.execute("kill " + client.id());
        } catch (SQLException gone) {
            // by itself
        }
    }

    private void execute(String sql) {
        try (Connection connection = dataSource("").getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot execute \"%s\" on the MariaDB of the tests.".formatted(sql), e);
        }
    }

    /**
     * One line for each connection of a client to the database. A server needs a moment to see that a client has gone, so this waits until there is
     * none, at most as long as {@code patience}.
     */
    List<String> connectionsThatStay(String name, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        try (Connection connection = dataSource("").getConnection()) {
            List<Client> clients = clients(connection, name);
            while (!clients.isEmpty() && System.nanoTime() < deadline) {
                TimeUnit.MILLISECONDS.sleep(5);
                clients = clients(connection, name);
            }
            return clients.stream().map(Client::description).toList();
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot list the connections to " + name + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for connections to " + name + " to end.", e);
        }
    }

    private static List<Client> clients(Connection connection, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(CLIENTS_OF_DATABASE)) {
            statement.setString(1, name);
            try (ResultSet result = statement.executeQuery()) {
                List<Client> clients = new ArrayList<>();
                while (result.next()) clients.add(new Client(result.getLong(1), result.getString(2)));
                return clients;
            }
        }
    }

    /** It takes the standard's quotes around names, as tests write SQL once for all databases; an engine sets its sessions up anyway. */
    DataSource dataSource(String name) {
        try {
            return new MariaDbDataSource(jdbcUrl(name)
                    + "&sessionVariables=sql_mode='ANSI_QUOTES,STRICT_ALL_TABLES',max_recursive_iterations=1000000");
        } catch (SQLException e) {
            throw new IllegalStateException("The driver does not take " + jdbcUrl(name) + ".", e);
        }
    }

    String jdbcUrl(String name) {
        return "jdbc:mariadb://localhost:%d/%s?user=%s".formatted(port, name, MariaDbProcess.USER);
    }

    String dsn(String name) {
        return "mariadb://%s@localhost:%d/%s".formatted(MariaDbProcess.USER, port, name);
    }

    private record Client(long id, String description) {}
}
