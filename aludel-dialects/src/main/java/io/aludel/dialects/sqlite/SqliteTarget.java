// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.sqlite;

import io.aludel.core.dialect.Dsn;
import io.aludel.core.dialect.DsnException;
import io.aludel.core.dialect.JdbcTarget;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where DSNs and JDBC URLs of SQLite lead: {@code sqlite:path}, {@code sqlite:///relative}, {@code sqlite:////absolute}; in memory:
 * {@code sqlite::memory:}, {@code sqlite://}. Options go to the driver.
 */
final class SqliteTarget {
    static final String JDBC_PREFIX = "jdbc:sqlite:";

    private static final String MEMORY = ":memory:";
    /** How long a connection waits for another one's lock, in milliseconds; the driver's own default is 3000. */
    private static final String BUSY_TIMEOUT = "10000";

    private SqliteTarget() {}

    static JdbcTarget of(Dsn dsn) {
        if (dsn.host() != null || dsn.port() != null || dsn.user() != null) {
            throw new DsnException(
                    "The DSN of a SQLite file names a server: behind \"sqlite://\" stands no host, port or"
                            + " user; write sqlite:path, sqlite:///relative/path or sqlite:////absolute/path.");
        }
        String path = dsn.hierarchical() ? fileOf(dsn.path()) : dsn.path();
        if (path.isEmpty() && !dsn.hierarchical()) {
            throw new DsnException("The DSN names no file behind \"sqlite:\"; write sqlite:path, or sqlite::memory:.");
        }
        Map<String, String> properties = new LinkedHashMap<>(dsn.options());
        properties.putIfAbsent("busy_timeout", BUSY_TIMEOUT);
        if (path.isEmpty() || path.equals(MEMORY)) {
            return inMemory(properties);
        }
        if (path.indexOf('?') >= 0) {
            throw new DsnException(
                    "The DSN's path has a question mark in it, which the driver takes for the beginning of"
                            + " options; give the file another name.");
        }
        return new JdbcTarget(JDBC_PREFIX + path, properties, path, false, false, file(path));
    }

    static JdbcTarget of(String jdbcUrl) {
        String place = jdbcUrl.substring(JDBC_PREFIX.length());
        if (place.isEmpty() || place.equals(MEMORY)) {
            return inMemory(Map.of());
        }
        String lower = place.toLowerCase(Locale.ROOT);
        boolean inMemory = lower.startsWith(MEMORY)
                || lower.startsWith("file::memory:")
                || lower.contains("mode=memory")
                || lower.contains("vfs=memdb");
        String path = place.split("\\?", 2)[0];
        return new JdbcTarget(jdbcUrl, Map.of(), path, false, inMemory, inMemory ? null : file(path));
    }

    /** Null for what is more than a path: {@code file:…} may say by itself that nothing is to be made, {@code :resource:…} is in a jar. */
    private static @Nullable Path file(String path) {
        if (path.startsWith("file:") || path.startsWith(":")) {
            return null;
        }
        try {
            return Path.of(path);
        } catch (InvalidPathException forTheDriverToSay) {
            return null;
        }
    }

    /** One database for all connections with this URL, and for no others. SQLite's own {@code :memory:} is another one for each. */
    private static JdbcTarget inMemory(Map<String, String> properties) {
        String url = JDBC_PREFIX + "file:/aludel-" + UUID.randomUUID() + "?vfs=memdb";
        return new JdbcTarget(url, properties, "a SQLite database in memory", false, true);
    }

    /** The slash behind {@code sqlite://} belongs to the DSN, not to the path. */
    private static String fileOf(String path) {
        return path.startsWith("/") ? path.substring(1) : path;
    }
}
