// SPDX-License-Identifier: Apache-2.0
package io.aludel.testing.conformance;

import static io.aludel.testing.databases.TestDatabase.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.core.dialect.DsnException;
import io.aludel.engine.ConnectionFailureException;
import io.aludel.engine.Engine;
import io.aludel.engine.EngineConnection;
import io.aludel.engine.EngineException;
import io.aludel.engine.EngineSettings;
import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.OnEveryDatabase;
import io.aludel.testkit.conformance.PetWorld;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Finding a database: servers that are dead or silent, pools that are empty, dialects that nobody has. */
class ServersTest {
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    @Test
    void reportsAtOnceThatNobodyListens() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, LOOPBACK)) {
            port = socket.getLocalPort();
        }
        Instant start = Instant.now();
        try (Engine engine = Engine.create("postgresql://ada:hunter2@127.0.0.1:" + port + "/school")) {
            assertThatThrownBy(engine::connect)
                    .isInstanceOf(ConnectionFailureException.class)
                    .hasMessageStartingWith("ENG-004: Cannot connect to 127.0.0.1:" + port + "/school: ")
                    .hasMessageNotContaining("hunter2");
        }
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(4));
    }

    /** It accepts, and never says a word: no driver's connect timeout covers that. */
    @Test
    void reportsAServerThatDoesNotAnswer() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 5, LOOPBACK);
                Engine engine = Engine.create(
                        "postgresql://ada:hunter2@127.0.0.1:" + silent.getLocalPort() + "/school",
                        EngineSettings.DEFAULT.withConnectTimeout(Duration.ofMillis(500)))) {
            Instant start = Instant.now();
            assertThatThrownBy(engine::connect)
                    .isInstanceOf(ConnectionFailureException.class)
                    .hasMessage(
                            "ENG-004: Cannot connect to 127.0.0.1:" + silent.getLocalPort()
                                    + "/school: no answer within 0.5 s. Check that the database is there, and the user and password.");
            assertThat(Duration.between(start, Instant.now())).isBetween(Duration.ofMillis(500), Duration.ofSeconds(4));
            try (Socket ours = silent.accept()) {
                assertThat(ours.isConnected()).isTrue(); // there was somebody to answer to
            }
        }
    }

    @Test
    void reportsASilentServerToAllWhoWaitAtTheSameTime() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(20);
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                Engine engine = Engine.create(
                        "postgresql://me@127.0.0.1:" + silent.getLocalPort() + "/school",
                        EngineSettings.DEFAULT.withConnectTimeout(Duration.ofMillis(400)))) {
            Callable<Long> attempt = () -> {
                long start = System.nanoTime();
                assertThatThrownBy(engine::connect)
                        .isInstanceOf(ConnectionFailureException.class)
                        .hasMessageContaining("no answer within 0.4 s");
                return Duration.ofNanos(System.nanoTime() - start).toMillis();
            };
            for (Future<Long> waited : threads.invokeAll(Collections.nCopies(20, attempt))) {
                assertThat(waited.get()).isLessThan(3_000);
            }
        } finally {
            threads.shutdown();
        }
    }

    /** The server is reached through a door of ours, which is shut in the midst of a transaction. */
    @OnEveryDatabase(POSTGRESQL)
    void reportsAServerThatGoesAwayAndComesBackToIt(FreshDatabase database) throws IOException {
        EngineSettings settings = EngineSettings.DEFAULT.withConnectTimeout(Duration.ofMillis(500));
        URI dsn = URI.create(database.dsn());
        try (Door door = new Door(dsn.getPort());
                Engine engine =
                        Engine.create(database.dsn().replace(":" + dsn.getPort(), ":" + door.port()), settings)) {
            EngineConnection connection = engine.connect();
            connection.execute("create table t (id integer)");
            connection.begin();
            connection.execute("insert into t values (1)");
            door.shut();
            assertThatThrownBy(() -> connection.execute("insert into t values (2)"))
                    .isInstanceOf(ConnectionFailureException.class);
            connection.close();
            assertThatThrownBy(engine::connect)
                    .isInstanceOf(ConnectionFailureException.class)
                    .hasMessageContaining("localhost:" + door.port());
            door.open();
            assertThat(PetWorld.count(engine, "t")).isZero();
        }
    }

    @Test
    void waitsLessThanTenSecondsUnlessToldOtherwise() {
        assertThat(EngineSettings.DEFAULT.connectTimeout()).isLessThan(Duration.ofSeconds(10));
    }

    @OnEveryDatabase(POSTGRESQL)
    void reportsAServerThatSaysNo(FreshDatabase database) {
        String elsewhere = database.dsn().replace(database.name(), "no_such_database");
        try (Engine engine = Engine.create(elsewhere)) {
            assertThatThrownBy(engine::connect)
                    .isInstanceOf(ConnectionFailureException.class)
                    .hasMessageContaining(engine.description())
                    .hasMessageContaining("\"no_such_database\"");
        }
    }

    @OnEveryDatabase(POSTGRESQL)
    void saysThatThePoolIsEmpty(FreshDatabase database) {
        EngineSettings settings = EngineSettings.DEFAULT.withPoolSize(2).withConnectTimeout(Duration.ofMillis(300));
        try (Engine engine = Engine.create(database.dsn(), settings);
                EngineConnection one = engine.connect();
                EngineConnection other = engine.connect()) {
            assertThatThrownBy(engine::connect)
                    .isInstanceOf(ConnectionFailureException.class)
                    .hasMessageStartingWith("ENG-004: Cannot connect to " + engine.description()
                            + ": all 2 connections of the pool were in use for 0.3 s;"
                            + " close connections earlier, or raise EngineSettings.poolSize.");
            other.close();
            engine.connect().close();
            assertThat(one.isClosed()).isFalse();
        }
    }

    @OnEveryDatabase(POSTGRESQL)
    void usesAConnectionAgain(FreshDatabase database) {
        try (Engine engine = Engine.create(database.dsn())) {
            assertThat(backend(engine)).isEqualTo(backend(engine));
        }
    }

    private static long backend(Engine engine) {
        try (EngineConnection connection = engine.connect()) {
            return connection
                    .catalog()
                    .query("select pg_backend_pid() as pid")
                    .get(0)
                    .number("pid");
        }
    }

    @OnEveryDatabase
    void connectsOnlyWhenAConnectionIsWanted(FreshDatabase database) {
        Engine engine = Engine.create(database.jdbcUrl());
        assertThat(engine.dialect().schemes()).contains(database.database().key());
        assertThat(engine.description()).contains(database.name());
        database.close(); // fails if there were connections
        engine.close();
    }

    @OnEveryDatabase
    void knowsTheServersVersionOnceConnected(FreshDatabase database) {
        try (Engine engine = Engine.create(database.dsn());
                EngineConnection connection = engine.connect()) {
            assertThat(connection.dialect().version())
                    .isEqualTo(connection
                            .dialect()
                            .introspector()
                            .server(connection.catalog())
                            .version());
            assertThat(engine.dialect()).isSameAs(connection.dialect());
        }
    }

    @OnEveryDatabase
    void takesADataSource(FreshDatabase database) {
        try (Engine engine = Engine.create(database.dataSource())) {
            assertThat(engine.dialect().schemes()).contains(database.database().key());
            engine.createAll(PetWorld.SCHEMA);
            assertThat(PetWorld.count(engine, "pet")).isZero();
        }
    }

    @OnEveryDatabase
    void closesWhatWasLeftOpenAndSaysSo(FreshDatabase database) throws IOException {
        Engine engine = Engine.create(database.dsn());
        EngineConnection left = engine.connect();
        left.begin();

        engine.close();

        assertThat(Files.readString(Path.of("target", "conformance.log")))
                .contains(
                        "The engine for " + engine.description() + " is closed while 1 of its connections are in use;");
        assertThat(left.isClosed()).isTrue();
        assertThatThrownBy(() -> left.execute("select 1")).isInstanceOf(EngineException.class);
    }

    @Test
    void namesTheDialectsThereAre() {
        assertThatThrownBy(() -> Engine.create("oracle://ada:hunter2@db/school"))
                .isInstanceOf(EngineException.class)
                .hasMessage(
                        "ENG-002: There is no dialect for DSNs that begin with \"oracle:\"; there are: cockroachdb:, h2:, mariadb:, mysql:,"
                                + " postgres:, postgresql:, sqlite:, yugabytedb:. Correct it, or add an artifact with such a dialect, as io.aludel:aludel-dialects is one.");
        assertThatThrownBy(() -> Engine.create("jdbc:oracle:thin:ada/hunter2@//db/school"))
                .isInstanceOf(EngineException.class)
                .hasMessageStartingWith(
                        "ENG-002: There is no dialect for JDBC URLs that begin with \"jdbc:oracle:\"; ");
        assertThatThrownBy(() -> Engine.create("jdbc:")).isInstanceOf(EngineException.class);
        assertThatThrownBy(() -> Engine.create("school.db")).isInstanceOf(DsnException.class);
    }
}
