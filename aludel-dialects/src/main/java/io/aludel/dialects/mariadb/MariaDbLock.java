// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.mariadb;

import io.aludel.core.dialect.MigrationLock;

/**
 * A lock by name, which the server keeps for a session and gives to one at a time. Names are the whole server's, so the database's is in it: as a
 * digest, because a lock's name has 64 characters at most. It is asked for without waiting.
 */
final class MariaDbLock {
    private static final String NAME = "concat('aludel ', md5(database()))";

    static final MigrationLock LOCK = new MigrationLock.OnServer(
            "select get_lock(" + NAME + ", 0) as locked",
            "select release_lock(" + NAME + ") as unlocked",
            "select concat('connection ', id, ' of user ', user, ' from ', host) as holder"
                    + " from information_schema.processlist where id = is_used_lock(" + NAME + ")");

    private MariaDbLock() {}
}
