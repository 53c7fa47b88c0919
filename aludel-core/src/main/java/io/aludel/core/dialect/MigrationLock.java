// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.dialect;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a database keeps two migrations apart. A connection that does nothing else asks again and again until it has the lock or its time
 * is up; the lock is gone when that connection is, however it ended.
 */
public sealed interface MigrationLock
        permits MigrationLock.OnServer, MigrationLock.SideDatabase, MigrationLock.TableRow {
    /**
     * A lock that the server keeps for a session.
     *
     * @param tryQuery takes the lock if it is free; its first column says whether it did
     * @param releaseQuery gives it back
     * @param holderQuery its first column says, for people, who holds it; null where nobody can tell
     */
    record OnServer(
            String tryQuery, String releaseQuery, @Nullable String holderQuery) implements MigrationLock {
        public OnServer {
            Objects.requireNonNull(tryQuery, "tryQuery");
            Objects.requireNonNull(releaseQuery, "releaseQuery");
        }
    }

    /**
     * A database beside the one that is migrated, which is opened exclusively: for databases that are files.
     *
     * @param urlQuery asked of the database that is migrated: the side database's JDBC URL in the first column, or null where nobody else
     *     can reach the database. A connection to it must not wait: it fails with {@link SqlError.Kind#LOCK_TIMEOUT} at once
     * @param acquire takes the lock, or fails with {@link SqlError.Kind#LOCK_TIMEOUT} where somebody has it
     */
    record SideDatabase(String urlQuery, String acquire) implements MigrationLock {
        public SideDatabase {
            Objects.requireNonNull(urlQuery, "urlQuery");
            Objects.requireNonNull(acquire, "acquire");
        }
    }

    /**
     * A row of a table in the database that is migrated, locked by a transaction that does nothing else: for databases that have no locks but those
     * of rows and tables.
     *
     * @param setup makes table and row where they are not there, and fails with {@link SqlError.Kind#LOCK_TIMEOUT} where it has to wait for long
     * @param tryQuery gives the row and locks it; no row where somebody else has it
     */
    record TableRow(String setup, String tryQuery) implements MigrationLock {
        public TableRow {
            Objects.requireNonNull(setup, "setup");
            Objects.requireNonNull(tryQuery, "tryQuery");
        }
    }
}
