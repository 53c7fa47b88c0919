// SPDX-License-Identifier: Apache-2.0
package io.aludel.engine;

import io.aludel.core.dialect.SqlError;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** A new connection each time: for databases in this process. One that is to be kept open is so by a connection of its own. */
final class DirectConnections implements ConnectionSource {
    /** SQLSTATEs of the standard's class "invalid authorization specification". */
    private static final String REFUSED = "28";

    private final TargetDriver driver;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Connection anchor;
    private boolean closed;

    DirectConnections(TargetDriver driver) {
        this.driver = driver;
    }

    @Override
    public Connection open() throws SQLException {
        requireFolder();
        boolean interrupted = Thread.interrupted(); // H2 would say that the database is closed if it is being opened
        try {
            if (driver.target().keptOpen()) {
                keepOpen();
            }
            return driver.open();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** A database that broke has closed the connections to it. */
    private void keepOpen() throws SQLException {
        lock.lock();
        try {
            if (closed) {
                throw NotTheServers.engineClosed(); // or nobody would close what is opened now
            }
            if (anchor == null || anchor.isClosed()) {
                anchor = driver.open();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Some drivers would make it, and all above it, wherever a mistyped path leads. */
    private void requireFolder() throws SQLException {
        Path file = driver.target().file();
        Path folder = file == null ? null : file.toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            throw new SQLException("There is no folder " + folder + ".");
        }
    }

    @Override
    public String description() {
        return driver.target().description();
    }

    @Override
    public Secrets secrets() {
        return driver.secrets();
    }

    @Override
    public boolean exists() {
        Path file = driver.target().file();
        // Without its folder it is not made: then connecting says so.
        return file == null
                || Files.exists(file)
                || !Files.isDirectory(file.toAbsolutePath().getParent());
    }

    @Override
    public Optional<String> advice(SqlError.Kind kind, SQLException error) {
        if (error instanceof NotTheServers) {
            return Optional.empty();
        }
        String state = error.getSQLState() == null ? "" : error.getSQLState();
        if (state.startsWith(REFUSED)) {
            return Optional.of("Check the user and the password.");
        }
        return Optional.of(advice(kind));
    }

    private static String advice(SqlError.Kind kind) {
        return switch (kind) {
            case LOCK_TIMEOUT -> "Another process has it open: wait until that has ended, or end it; then try again.";
            case UNREADABLE ->
                "What is there is no database of this kind, or a damaged one. It is left as it is; use another one, or"
                        + " restore a backup.";
            case MISSING_RIGHT -> "Connect as an administrator, or by a JDBC URL, which sets nothing.";
            default ->
                "Check that its folder is there, that it is a file, and that this program may read and write both.";
        };
    }

    @Override
    public void close() {
        boolean interrupted = Thread.interrupted(); // as with any connection's close
        lock.lock();
        try {
            closed = true;
            if (anchor != null) {
                anchor.close();
                anchor = null;
            }
        } catch (SQLException e) {
            throw new EngineException(
                    "Cannot close " + description() + ": "
                            + SqlErrors.said(driver.secrets().scrub(e)),
                    null,
                    e);
        } finally {
            lock.unlock();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
