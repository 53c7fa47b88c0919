// SPDX-License-Identifier: Apache-2.0
package io.aludel.testing.databases;

import java.io.IOException;

/** A server for one test, which may kill it and start it again with the data that it left. */
public interface KillableServer extends AutoCloseable {
    /** A running one; only of kinds that are servers. */
    static KillableServer start(TestDatabase database) throws IOException, InterruptedException {
        return switch (database) {
            case POSTGRESQL -> KillablePostgres.start();
            case MARIADB -> KillableMariaDb.start();
            case SQLITE, H2 -> throw new IllegalArgumentException(database + " is no server.");
        };
    }

    /** Its one database; the same after a restart. */
    String dsn();

    /** Ends the process without a word, as {@code kill -9} does. */
    void kill() throws InterruptedException;

    void restart() throws IOException, InterruptedException;

    @Override
    void close();
}
