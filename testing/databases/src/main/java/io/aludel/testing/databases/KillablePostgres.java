// SPDX-License-Identifier: Apache-2.0
package io.aludel.testing.databases;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A PostgreSQL with a data directory of its own. */
final class KillablePostgres implements KillableServer {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path data;
    private final int port;
    private final String program;
    private ProcessHandle server;

    private KillablePostgres(Path data, int port, ProcessHandle server) {
        this.data = data;
        this.port = port;
        this.program = server.info().command().orElseThrow();
        this.server = server;
        Runtime.getRuntime().addShutdownHook(new Thread(() -> this.server.destroyForcibly()));
    }

    static KillablePostgres start() throws IOException {
        Path data = Files.createTempDirectory("aludel-killable-postgresql-");
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setServerConfig("fsync", "off") // a killed process is no power cut
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on");
        if (System.getProperty("os.name").equals("Linux")) builder.setLocaleConfig("locale", "C.UTF-8");
        int port = builder.start().getPort();
        return new KillablePostgres(data, port, ProcessHandle.of(pid(data)).orElseThrow());
    }

    private static long pid(Path data) throws IOException {
        return Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
    }

    @Override
    public String dsn() {
        return "postgresql://%s@localhost:%d/postgres".formatted(PostgresServer.USER, port);
    }

    @Override
    public void kill() throws InterruptedException {
        server.destroyForcibly();
        while (server.isAlive()) TimeUnit.MILLISECONDS.sleep(10);
    }

    /** Its children need a moment to see that it is gone; before that a new one ends at once. */
    @Override
    public void restart() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Process process = null;
        while (System.nanoTime() < deadline) {
            if (process == null || !process.isAlive()) {
                process = launch();
                server = process.toHandle();
            }
            if (answers()) return;
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new IOException(
                "PostgreSQL does not start again; it says: " + Files.readString(data.resolve("restart.log")));
    }

    /** It refuses to be root's, who is nobody special in a user namespace of its own. */
    private Process launch() throws IOException {
        List<String> command = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) command.addAll(List.of("unshare", "-U"));
        command.addAll(List.of(program, "-D", data.toString(), "-p", Integer.toString(port), "-F", "-k", ""));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(data.resolve("restart.log").toFile())
                .start();
    }

    private boolean answers() {
        try (Connection connection = DriverManager.getConnection(
                "jdbc:postgresql://localhost:%d/postgres?user=%s".formatted(port, PostgresServer.USER))) {
            return connection.isValid(1);
        } catch (SQLException notYet) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            kill();
            MariaDbFiles.delete(data);
        } catch (IOException left) {
            // a temporary folder stays
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
