// SPDX-License-Identifier: Apache-2.0
package io.aludel.engine;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Gives the pool its connections, so that the pool itself never sees (and never logs) a URL or a password. */
final class DriverDataSource implements DataSource {
    private final TargetDriver driver;
    private final AtomicReference<@Nullable Connection> first;
    private volatile int loginTimeout;

    /**
     * Made with a connection that was opened already.
     *
     * @param first what is given to the first who asks
     */
    DriverDataSource(TargetDriver driver, Connection first) {
        this.driver = driver;
        this.first = new AtomicReference<>(first);
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection opened = first.getAndSet(null);
        return opened != null ? opened : driver.open();
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException("User and password are the engine's.");
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(PrintWriter out) {}

    /** The pool sets it; its own timeout is what counts when connecting. */
    @Override
    public void setLoginTimeout(int seconds) {
        loginTimeout = seconds;
    }

    /** How long the pool waits for its own threads when it is closed. */
    @Override
    public int getLoginTimeout() {
        return loginTimeout;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("There is nothing inside.");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }

    @Override
    public String toString() {
        return driver.toString();
    }
}
