// SPDX-License-Identifier: Apache-2.0
package io.aludel.engine;

import io.aludel.core.dialect.Dialect;
import io.aludel.core.dialect.DriverArtifact;
import io.aludel.core.dialect.JdbcTarget;
import java.lang.reflect.InvocationTargetException;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Opens connections to one place by the dialect's driver, which is looked for when the first one is wanted. The driver is not asked for
 * through {@link java.sql.DriverManager}: that knows only drivers of one class loader, and logs.
 */
final class TargetDriver {
    private static final String DRIVER = "ENG-003";

    private final Dialect dialect;
    private final JdbcTarget target;
    private final Secrets secrets;
    private volatile @Nullable Driver driver;

    TargetDriver(Dialect dialect, JdbcTarget target) {
        this.dialect = dialect;
        this.target = target;
        this.secrets = Secrets.of(target);
    }

    JdbcTarget target() {
        return target;
    }

    Secrets secrets() {
        return secrets;
    }

    /** A new connection, set up. What is thrown holds no secret. */
    Connection open() throws SQLException {
        Properties properties = new Properties();
        target.properties().forEach(properties::setProperty);
        try {
            Connection connection = driver().connect(target.url(), properties);
            if (connection == null) {
                throw new SQLException("The driver " + dialect.driver().className() + " does not take this JDBC URL.");
            }
            setUp(connection, dialect);
            return connection;
        } catch (SQLException e) {
            throw secrets.scrub(e);
        } catch (RuntimeException e) {
            if (e instanceof EngineException) {
                throw e;
            }
            throw secrets.scrub(new SQLException(e.toString(), e));
        }
    }

    static void setUp(Connection connection, Dialect dialect) throws SQLException {
        if (dialect.connectionSetup().isEmpty()) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            for (String sql : dialect.connectionSetup()) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            try {
                connection.close();
            } catch (SQLException closing) {
                e.addSuppressed(closing);
            }
            throw e;
        }
    }

    private Driver driver() {
        Driver found = driver;
        if (found == null) {
            found = load(dialect.driver());
            driver = found;
        }
        return found;
    }

    private static Driver load(DriverArtifact artifact) {
        try {
            return (Driver) find(artifact.className()).getDeclaredConstructor().newInstance();
        } catch (ClassNotFoundException e) {
            throw new EngineException(
                    DRIVER,
                    "There is no JDBC driver " + artifact.className() + "; add the artifact " + artifact.artifact()
                            + ".",
                    null,
                    e);
        } catch (InvocationTargetException e) {
            throw new EngineException(
                    DRIVER,
                    "The JDBC driver " + artifact.className() + " does not start: " + e.getCause(),
                    null,
                    e.getCause());
        } catch (ReflectiveOperationException | ClassCastException | LinkageError e) {
            throw new EngineException(
                    DRIVER,
                    "The JDBC driver " + artifact.className() + " cannot be used: " + e + ". Use another release of "
                            + artifact.artifact() + ".",
                    null,
                    e);
        }
    }

    private static Class<?> find(String className) throws ClassNotFoundException {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        if (context != null) {
            try {
                return Class.forName(className, true, context);
            } catch (ClassNotFoundException elsewhere) {
                // it may stand beside the engine
            }
        }
        return Class.forName(className, true, TargetDriver.class.getClassLoader());
    }

    /** The place only. */
    @Override
    public String toString() {
        return target.description();
    }
}
