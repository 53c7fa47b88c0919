// SPDX-License-Identifier: Apache-2.0
package io.aludel.engine;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.SQLExceptionOverride;
import io.aludel.core.dialect.SqlError;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A pool of connections to a server. It is made when the first connection is wanted, and only if that one succeeds: a pool would go on
 * trying until its timeout although the server has refused at once.
 */
final class PooledConnections implements ConnectionSource {
    private final TargetDriver driver;
    private final EngineSettings settings;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable HikariDataSource pool;
    private boolean closed;

    PooledConnections(TargetDriver driver, EngineSettings settings) {
        this.driver = driver;
        this.settings = settings;
    }

    @Override
    public Connection open() throws SQLException {
        HikariDataSource ready = pool;
        if (ready == null) {
            ready = start();
        }
        try {
            return ready.getConnection();
        } catch (SQLException e) {
            if (e.getCause() instanceof SQLException refused) {
                throw refused;
            }
            throw e.getCause() instanceof InterruptedException
                    ? interrupted(e)
                    : ready.isClosed() ? NotTheServers.engineClosed() : exhausted(e);
        }
    }

    /** Whoever waits for another thread's attempt spends its own patience: a dead server is reported to all at the same time. */
    private HikariDataSource start() throws SQLException {
        long deadline = System.nanoTime() + settings.connectTimeout().toNanos();
        try {
            if (!lock.tryLock(settings.connectTimeout().toNanos(), TimeUnit.NANOSECONDS)) {
                throw silent();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw interrupted(e);
        }
        try {
            if (closed) {
                throw NotTheServers.engineClosed();
            }
            HikariDataSource ready = pool;
            if (ready == null) {
                ready = pool(new DriverDataSource(driver, firstConnection(deadline - System.nanoTime())));
                pool = ready;
            }
            return ready;
        } finally {
            lock.unlock();
        }
    }

    /** Drivers' own timeouts differ in name and do not cover a server that accepts and then says nothing: so the caller's patience ends. */
    private Connection firstConnection(long patience) throws SQLException {
        if (patience <= 0) {
            throw silent();
        }
        CompletableFuture<Connection> opening = new CompletableFuture<>();
        Thread thread = new Thread(
                () -> {
                    try {
                        Connection connection = driver.open();
                        if (!opening.complete(connection)) {
                            connection.close();
                        }
                    } catch (Throwable e) {
                        opening.completeExceptionally(e);
                    }
                },
                "aludel-connect");
        thread.setDaemon(true);
        thread.setContextClassLoader(Thread.currentThread().getContextClassLoader());
        thread.start();
        try {
            return opening.get(patience, TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof SQLException refused) {
                throw refused;
            }
            if (e.getCause() instanceof EngineException wrong) {
                throw wrong;
            }
            throw new SQLException(driver.secrets().scrub(String.valueOf(e.getCause())), e.getCause());
        } catch (TimeoutException e) {
            SQLException silent = silent();
            if (opening.completeExceptionally(silent)) {
                throw silent;
            }
            return opening.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            if (!opening.completeExceptionally(e) && !opening.isCompletedExceptionally()) {
                opening.join().close();
            }
            throw interrupted(e);
        }
    }

    private SQLException silent() {
        return new SQLException("no answer within " + settings.connectTimeout().toMillis() / 1000.0 + " s", "08001");
    }

    private static SQLException interrupted(Exception e) {
        return new NotTheServers("the thread was interrupted while it waited", "08001", e);
    }

    @Override
    public Optional<String> advice(SqlError.Kind kind, SQLException error) {
        return error instanceof NotTheServers ? Optional.empty() : ConnectionSource.super.advice(kind, error);
    }

    private HikariDataSource pool(DriverDataSource source) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("aludel " + description());
        config.setDataSource(source);
        config.setMaximumPoolSize(settings.poolSize());
        config.setMinimumIdle(0);
        config.setConnectionTimeout(settings.connectTimeout().toMillis());
        config.setInitializationFailTimeout(-1);
        config.setExceptionOverride(new OnlyLostOnes());
        return new HikariDataSource(config);
    }

    /** The pool would close a connection on which something was asked that the server does not do, in the middle of a transaction. */
    private static final class OnlyLostOnes implements SQLExceptionOverride {
        @java.lang.Override
        public Override adjudicate(SQLException e) {
            return "0A000".equals(e.getSQLState()) ? Override.DO_NOT_EVICT : Override.CONTINUE_EVICT;
        }
    }

    private SQLException exhausted(SQLException e) {
        return new NotTheServers(
                "all " + settings.poolSize() + " connections of the pool were in use for "
                        + settings.connectTimeout().toMillis() / 1000.0
                        + " s; close connections earlier, or raise EngineSettings.poolSize",
                "08001",
                e);
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
    public void close() {
        lock.lock();
        try {
            closed = true;
            HikariDataSource ready = pool;
            if (ready != null) {
                ready.close();
            }
        } finally {
            lock.unlock();
        }
    }
}
