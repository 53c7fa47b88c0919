// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.run;

import io.aludel.core.dialect.CatalogRow;
import io.aludel.core.dialect.MigrationLock;
import io.aludel.engine.Engine;
import io.aludel.engine.EngineConnection;
import io.aludel.engine.EngineException;
import io.aludel.engine.LockTimeoutException;
import io.aludel.migrate.MigrationException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The right to migrate a database, held until it is closed. It is asked for again and again: waiting inside the database would stand in the way
 * of what the holder does.
 *
 * <p>Where a server keeps the lock for a session, that session is the one that migrates: when the program dies, the server may go on with the
 * statement that it was given last, and nobody else must begin before that has ended.
 */
final class HeldLock implements AutoCloseable {
    private static final int SHORTEST_PAUSE_MS = 50;
    private static final int LONGEST_PAUSE_MS = 250;

    private final EngineConnection connection;
    private final Runnable release;

    private HeldLock(EngineConnection connection, Runnable release) {
        this.connection = connection;
        this.release = release;
    }

    /** The connection to migrate by. It is closed with the lock. */
    EngineConnection connection() {
        return connection;
    }

    /**
     * Waits until the lock is ours.
     *
     * @throws MigrationLockedException if it is somebody else's for longer than {@code timeout}
     */
    static HeldLock of(Engine engine, Duration timeout) {
        EngineConnection connection = engine.connect();
        try {
            Optional<MigrationLock> lock = connection.dialect().migrationLock();
            if (lock.isEmpty()) {
                return new HeldLock(connection, () -> {});
            }
            if (lock.get() instanceof MigrationLock.OnServer server) {
                return onServer(connection, server, timeout);
            }
            return lock.get() instanceof MigrationLock.TableRow row
                    ? onRow(connection, row, timeout)
                    : beside(connection, (MigrationLock.SideDatabase) lock.get(), timeout);
        } catch (RuntimeException | Error e) {
            connection.close();
            throw e;
        }
    }

    private static HeldLock onServer(EngineConnection connection, MigrationLock.OnServer lock, Duration timeout) {
        BooleanSupplier attempt = () -> {
            CatalogRow row = connection.catalog().query(lock.tryQuery()).get(0);
            return row.bool(row.values().keySet().iterator().next());
        };
        if (!poll(attempt, timeout)) {
            throw refused(connection.engine(), timeout, first(connection, lock.holderQuery()));
        }
        return new HeldLock(connection, () -> connection.catalog().query(lock.releaseQuery()));
    }

    private static HeldLock onRow(EngineConnection connection, MigrationLock.TableRow lock, Duration timeout) {
        if (!poll(() -> locked(connection, lock), timeout)) {
            throw refused(connection.engine(), timeout, null);
        }
        return new HeldLock(connection.engine().connect(), connection::close);
    }

    private static boolean locked(EngineConnection connection, MigrationLock.TableRow lock) {
        try {
            connection.execute(lock.setup());
            connection.begin();
            if (!connection.catalog().query(lock.tryQuery()).isEmpty()) {
                return true;
            }
        } catch (LockTimeoutException e) {
            // somebody is about to have it
        }
        if (connection.inTransaction()) {
            connection.rollback();
        }
        return false;
    }

    private static HeldLock beside(EngineConnection main, MigrationLock.SideDatabase lock, Duration timeout) {
        String url = first(main, lock.urlQuery());
        if (url == null) {
            return new HeldLock(main, () -> {});
        }
        Engine side = Engine.create(url);
        AtomicReference<@Nullable EngineConnection> holding = new AtomicReference<>();
        try {
            if (!poll(() -> acquired(side, lock.acquire(), holding), timeout)) {
                throw refused(main.engine(), timeout, null);
            }
        } catch (RuntimeException | Error e) {
            side.close();
            throw e;
        }
        return new HeldLock(main, () -> {
            Objects.requireNonNull(holding.get()).close();
            side.close();
        });
    }

    private static boolean acquired(Engine side, String acquire, AtomicReference<@Nullable EngineConnection> holding) {
        try {
            EngineConnection connection = side.connect();
            try {
                connection.execute(acquire);
                holding.set(connection);
                return true;
            } catch (EngineException e) {
                connection.close();
                throw e;
            }
        } catch (LockTimeoutException e) {
            return false;
        }
    }

    private static boolean poll(BooleanSupplier attempt, Duration timeout) {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (!attempt.getAsBoolean()) {
            if (System.nanoTime() >= deadline) {
                return false;
            }
            try {
                Thread.sleep(ThreadLocalRandom.current().nextInt(SHORTEST_PAUSE_MS, LONGEST_PAUSE_MS));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new MigrationException("MIG-013", "Interrupted while waiting for another migration to end.", e);
            }
        }
        return true;
    }

    private static @Nullable String first(EngineConnection connection, @Nullable String query) {
        List<CatalogRow> rows = query == null ? List.of() : connection.catalog().query(query);
        if (rows.isEmpty()) {
            return null;
        }
        return rows.get(0).nullableText(rows.get(0).values().keySet().iterator().next());
    }

    private static MigrationLockedException refused(Engine engine, Duration timeout, @Nullable String holder) {
        return new MigrationLockedException("Another migration of " + engine.description() + " is running"
                + (holder == null ? "" : " (" + holder + ")") + "; waited " + timeout.toMillis()
                + " ms for it to end. Nothing was done. Try again when it is done, or wait longer (lock.timeout).");
    }

    @Override
    public void close() {
        try (connection) {
            if (connection.inTransaction()) {
                connection.rollback(); // one that has failed executes nothing, the release included
            }
            release.run();
        } catch (EngineException e) {
            // The lock is gone with its connection: nobody is kept waiting, and the migration itself is done.
            System.getLogger(HeldLock.class.getName()).log(System.Logger.Level.DEBUG, "Releasing the lock failed", e);
        }
    }
}
