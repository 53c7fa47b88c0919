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

    /** Which of them use which table, the server says only with a plugin; every open transaction in the database may. */
    static final String TRANSACTIONS = "select concat('connection ', p.id, ' of user ', p.user, ' from ', p.host,"
            + " ', in a transaction since ', t.trx_started) as holder"
            + " from information_schema.innodb_trx t join information_schema.processlist p on p.id = t.trx_mysql_thread_id"
            + " where p.id <> connection_id() and p.db = database() order by 1";

    private MariaDbLock() {}
}
