// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.mariadb;

import io.aludel.core.dialect.TransactionSetting;
import java.time.Duration;

/**
 * What every connection of ours is set to, and how one that was given gets back what it had. The statements are the same for both servers, as nobody
 * knows which one it is before the first query.
 *
 * <p>{@code sql_mode}: values that do not fit are errors, 0 is a number like others for an identity column, a backslash escapes, and (on MariaDB) all
 * assignments of an update see the row as it was. Times are in UTC. What compares only constants compares as our columns do. Nobody waits a day for
 * the lock that a change of a schema needs.
 */
final class MariaDbSession {
    private static final String IS_MARIADB = "version() like '%MariaDB%'";

    /** Seconds; the server's own default is a day. */
    private static final int METADATA_LOCK_WAIT = 50;

    static final String SETUP =
            "set sql_mode = concat('STRICT_ALL_TABLES,STRICT_TRANS_TABLES,NO_ZERO_DATE,NO_ZERO_IN_DATE,"
                    + "ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_VALUE_ON_ZERO,NO_ENGINE_SUBSTITUTION', if("
                    + IS_MARIADB + ", ',SIMULTANEOUS_ASSIGNMENT', '')), time_zone = '+00:00',"
                    + " character_set_client = 'utf8mb4', character_set_results = 'utf8mb4',"
                    + " collation_connection = if(" + IS_MARIADB + ", '" + Server.MARIADB.collation() + "', '"
                    + Server.MYSQL.collation() + "'), lock_wait_timeout = " + METADATA_LOCK_WAIT;

    static final String UNDO =
            "select concat('set sql_mode = ', quote(@@sql_mode), ', time_zone = ', quote(@@time_zone),"
                    + " ', character_set_client = ', quote(@@character_set_client),"
                    + " ', character_set_results = ', quote(@@character_set_results),"
                    + " ', collation_connection = ', quote(@@collation_connection),"
                    + " ', lock_wait_timeout = ', @@lock_wait_timeout)";

    /** A transaction that sees the rows as they were when it began, and may not write what was written since. */
    static final TransactionSetting SNAPSHOT = TransactionSetting.ofSession(
            "set tx_isolation = 'REPEATABLE-READ', innodb_snapshot_isolation = on",
            "select concat('set tx_isolation = ', quote(@@tx_isolation),"
                    + " ', innodb_snapshot_isolation = ', @@innodb_snapshot_isolation)");

    private MariaDbSession() {}

    /** In seconds: of rows, and of tables that somebody changes. */
    static TransactionSetting lockTimeout(Duration timeout) {
        long seconds = timeout.plusSeconds(1).minusNanos(1).toSeconds();
        return TransactionSetting.ofSession(
                "set innodb_lock_wait_timeout = " + seconds + ", lock_wait_timeout = " + seconds,
                "select concat('set innodb_lock_wait_timeout = ', @@innodb_lock_wait_timeout,"
                        + " ', lock_wait_timeout = ', @@lock_wait_timeout)");
    }
}
