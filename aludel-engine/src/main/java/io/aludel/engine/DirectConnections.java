// SPDX-License-Identifier: Apache-2.0
package io.aludel.engine;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** A new connection each time: for databases in this process. One that lives in memory is kept alive by a connection of its own. */
final class DirectConnections implements ConnectionSource {
    private final TargetDriver driver;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Connection anchor;

    DirectConnections(TargetDriver driver) {
        this.driver = driver;
    }

    @Override
    public Connection open() throws SQLException {
        if (driver.target().inMemory()) {
            lock.lock();
            try {
                if (anchor == null) {
                    anchor = driver.open();
                }
            } finally {
                lock.unlock();
            }
        }
        return driver.open();
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
        // Without its folder it cannot be made: then connecting says so.
        return file == null
                || Files.exists(file)
                || !Files.isDirectory(file.toAbsolutePath().getParent());
    }

    @Override
    public String advice() {
        return "Check that its folder is there, that it is a file, and that this program may read and write both.";
    }

    @Override
    public void close() {
        lock.lock();
        try {
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
        }
    }
}
