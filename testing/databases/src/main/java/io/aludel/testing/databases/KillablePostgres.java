// SPDX-License-Identifier: Apache-2.0
package io.aludel.testing.databases;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A PostgreSQL with a data directory of its own. */
final class KillablePostgres implements KillableServer {
    private static final int TRIES = 100;

    private final Path data;
    private final int port;
    private EmbeddedPostgres server;

    private KillablePostgres(Path data, EmbeddedPostgres server) {
        this.data = data;
        this.port = server.getPort();
        this.server = server;
    }

    static KillablePostgres start() throws IOException {
        Path data = Files.createTempDirectory("aludel-killable-postgresql-");
        return new KillablePostgres(data, builder(data).start());
    }

    private static EmbeddedPostgres.Builder builder(Path data) {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setServerConfig("fsync", "off");
        if (System.getProperty("os.name").equals("Linux")) builder.setLocaleConfig("locale", "C.UTF-8");
        return builder;
    }

    @Override
    public String dsn() {
        return "postgresql://%s@localhost:%d/postgres".formatted(PostgresServer.USER, port);
    }

    @Override
    public void kill() throws InterruptedException {
        try {
            long pid = Long.parseLong(
                    Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
            ProcessHandle process = ProcessHandle.of(pid).orElseThrow();
            process.destroyForcibly();
            for (int i = 0; i < TRIES && process.isAlive(); i++) TimeUnit.MILLISECONDS.sleep(20);
            server.close(); // there is nothing to stop any more, but its lock on the directory to be given back
        } catch (IOException e) {
            throw new IllegalStateException("The server is not running.", e);
        }
    }

    /** Its children need a moment to see that it is gone; before that it does not start. */
    @Override
    public void restart() throws IOException, InterruptedException {
        IOException last = null;
        for (int i = 0; i < 20; i++) {
            try {
                server = builder(data).setPort(port).start();
                return;
            } catch (IOException | IllegalStateException e) {
                last = new IOException("PostgreSQL does not start again.", e);
                TimeUnit.MILLISECONDS.sleep(250);
            }
        }
        throw last == null ? new IOException("PostgreSQL does not start again.") : last;
    }

    @Override
    public void close() {
        try {
            server.close();
            MariaDbFiles.delete(data);
        } catch (IOException left) {
            // a temporary folder stays
        }
    }
}
