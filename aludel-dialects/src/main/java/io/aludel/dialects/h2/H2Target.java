// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.h2;

import io.aludel.core.dialect.Dsn;
import io.aludel.core.dialect.DsnException;
import io.aludel.core.dialect.JdbcTarget;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where DSNs and JDBC URLs of H2 lead: {@code h2:mem:name}, which all connections of this JVM share; {@code h2:mem:}, which belongs to one engine;
 * {@code h2:file:path} or {@code h2:path}, to whose end H2 adds {@code .mv.db}. Options go to the driver ({@code h2:school?AUTO_SERVER=TRUE}); a
 * server is reached by a JDBC URL only ({@code jdbc:h2:tcp://…}).
 *
 * <p>H2 closes a file with its last connection, and takes some fifty milliseconds to open it again.
 *
 * <p>A database that is opened by a DSN folds bare names to lower case unless an option says otherwise: then SQL that was written by hand finds the
 * tables that a model made, as it does on PostgreSQL. It leaves no {@code .trace.db} with statements and values beside the file.
 */
final class H2Target {
    static final String JDBC_PREFIX = "jdbc:h2:";

    /** What H2 puts behind the path. */
    private static final String SUFFIX = ".mv.db";

    private static final String MEMORY = "mem:";
    private static final String FILE = "file:";

    /**
     * What opens a file in a way that an interrupted thread does not close it: otherwise, when such a thread reads, H2 loses what all others write from
     * then on, and what they committed in the last moments, and tells nobody.
     */
    private static final String UNINTERRUPTED = "async:";

    /** {@code nio:}, {@code zip:}, {@code split:20:}; a single letter is a drive. */
    private static final Pattern FILE_SYSTEM = Pattern.compile("[a-z][a-zA-Z0-9]+:");

    /** File systems that only open the same file in another way. */
    private static final Pattern SAME_FILE = Pattern.compile("(?:(?:async|nio|nioMapped|retry):)+");

    private static final Pattern RELATIVE = Pattern.compile("\\.\\.?[/\\\\]");
    private static final String HOME = "~/";

    private H2Target() {}

    static JdbcTarget of(Dsn dsn) {
        String place = dsn.path();
        if (dsn.hierarchical() || place.startsWith("tcp:") || place.startsWith("ssl:")) {
            throw new DsnException("The DSN of an H2 database names a server; write h2:mem:name or h2:file:path,"
                    + " and reach a server by its JDBC URL (jdbc:h2:tcp://…).");
        }
        if (place.indexOf(';') >= 0) {
            throw new DsnException("The DSN's path has a semicolon in it, which the driver takes for the beginning of"
                    + " options; write them behind a question mark: h2:mem:name?LOCK_TIMEOUT=5000.");
        }
        Map<String, String> properties = new LinkedHashMap<>(dsn.options());
        if (!says(properties, "DATABASE_TO_UPPER")) {
            orElse(properties, "DATABASE_TO_LOWER", "TRUE");
        }
        orElse(properties, "LOCK_TIMEOUT", "10000");
        orElse(properties, "TRACE_LEVEL_FILE", "0");
        if (place.startsWith(MEMORY)) {
            String name = place.substring(MEMORY.length());
            String own = name.isEmpty() ? "aludel-" + UUID.randomUUID() : name;
            return new JdbcTarget(JDBC_PREFIX + MEMORY + own, properties, memory(name), false, true);
        }
        String path = place.startsWith(FILE) ? place.substring(FILE.length()) : place;
        if (path.isEmpty()) {
            throw new DsnException("The DSN names no file; write h2:file:path, or h2:mem:name.");
        }
        if (path.endsWith(SUFFIX)) {
            throw new DsnException("The DSN's path ends in " + SUFFIX + ", which H2 adds by itself; leave it out.");
        }
        return new JdbcTarget(JDBC_PREFIX + FILE + explicit(path), properties, path, false, true, file(path));
    }

    static JdbcTarget of(String jdbcUrl) {
        String place = jdbcUrl.substring(JDBC_PREFIX.length()).split(";", 2)[0];
        if (place.startsWith(MEMORY)) {
            return new JdbcTarget(jdbcUrl, Map.of(), memory(place.substring(MEMORY.length())), false, true);
        }
        if (place.startsWith("tcp:") || place.startsWith("ssl:")) {
            return new JdbcTarget(jdbcUrl, Map.of(), place.replaceFirst("^[a-z]+:/*", ""), true, false);
        }
        String path = place.startsWith(FILE) ? place.substring(FILE.length()) : place;
        return new JdbcTarget(jdbcUrl, Map.of(), path, false, true, file(path));
    }

    private static void orElse(Map<String, String> properties, String key, String value) {
        if (!says(properties, key)) {
            properties.put(key, value);
        }
    }

    /** The driver does not mind the case of keys, and refuses one that comes twice. */
    private static boolean says(Map<String, String> properties, String key) {
        return properties.keySet().stream().anyMatch(key::equalsIgnoreCase);
    }

    private static String memory(String name) {
        return name.isEmpty() ? "an H2 database in memory" : "the H2 database \"" + name + "\" in memory";
    }

    /** The file system, and the path: H2 refuses one that is relative without saying so. */
    private static String explicit(String path) {
        if (FILE_SYSTEM.matcher(path).lookingAt()) {
            return path;
        }
        boolean said = RELATIVE.matcher(path).lookingAt() || path.startsWith(HOME);
        try {
            return UNINTERRUPTED + (said || Path.of(path).isAbsolute() ? path : "./" + path);
        } catch (InvalidPathException forTheDriverToSay) {
            return path;
        }
    }

    /** Null for what is more than a path: one in a jar, or in a file system of H2's own. */
    private static @Nullable Path file(String given) {
        Matcher same = SAME_FILE.matcher(given);
        String path = same.lookingAt() ? given.substring(same.end()) : given;
        if (FILE_SYSTEM.matcher(path).lookingAt()) {
            return null;
        }
        boolean home = path.startsWith(HOME);
        try {
            return Path.of((home ? System.getProperty("user.home") + path.substring(1) : path) + SUFFIX);
        } catch (InvalidPathException forTheDriverToSay) {
            return null;
        }
    }
}
