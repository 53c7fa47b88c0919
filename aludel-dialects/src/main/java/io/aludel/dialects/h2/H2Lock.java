// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.h2;

import io.aludel.core.dialect.MigrationLock;

/**
 * The one row of a temporary table: all connections to the database see it, through a server too, and nothing of it is stored. Its key has a name, as one that
 * H2 makes up may be that of a table which is still to come. Made by one statement,
 * the table is never seen without its row for long; and a lock timeout of 0 would not do instead of {@code skip locked}, as H2 waits all the same.
 */
final class H2Lock {
    /** Nobody's but the lock's: it is not read as a part of the schema. */
    static final String TABLE = "aludel_lock";

    static final MigrationLock LOCK = new MigrationLock.TableRow(
            "create global temporary table if not exists " + TABLE + " (id integer constraint pk_" + TABLE
                    + " primary key) not persistent as values (1)",
            "select id from " + TABLE + " for update skip locked");

    private H2Lock() {}
}
