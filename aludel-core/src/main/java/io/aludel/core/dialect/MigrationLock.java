// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.dialect;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a database keeps two migrations apart. A connection that does nothing else asks again and again until it has the lock or its time
 * is up; the lock is gone when that connection is, however it ended.
 */
public sealed interface MigrationLock permits MigrationLock.OnServer, MigrationLock.SideDatabase {
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
}
