// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.postgresql;

import io.aludel.core.dialect.MigrationLock;

/**
 * An advisory lock of the session (manual, 13.3.5), which is one lock a database. It is asked for without waiting: who waits inside the
 * server can deadlock with {@code create index concurrently}.
 */
final class PostgresLock {
    /** "aludel" in ASCII. */
    private static final long KEY = 0x616c7564656cL;

    static final MigrationLock LOCK = new MigrationLock.OnServer(
            "select pg_try_advisory_lock(" + KEY + ") as locked",
            "select pg_advisory_unlock(" + KEY + ") as unlocked",
            """
            select concat('process ', a.pid, ' of user ', a.usename, \
            ' since ', to_char(a.backend_start, 'YYYY-MM-DD HH24:MI:SS TZ')) as holder
            from pg_catalog.pg_locks l join pg_catalog.pg_stat_activity a on a.pid = l.pid
            where l.locktype = 'advisory' and l.granted and l.objsubid = 1
            and l.database = (select oid from pg_catalog.pg_database where datname = current_database())
            and l.classid::bigint = %s and l.objid::bigint = %s""".formatted(KEY >>> 32, KEY & 0xffff_ffffL));

    private PostgresLock() {}
}
