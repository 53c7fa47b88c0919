// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.postgresql;

import io.aludel.core.dialect.MigrationLock;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An advisory lock of the session (manual, 13.3.5), which is one lock a database. It is asked for without waiting: who waits inside the
 * server can deadlock with {@code create index concurrently}.
 */
final class PostgresLock {
    /** "aludel" in ASCII. */
    private static final long KEY = 0x616c7564656cL;

    private static final MigrationLock.OnServer LOCK = new MigrationLock.OnServer(
            "select pg_try_advisory_lock(" + KEY + ") as locked",
            "select pg_advisory_unlock(" + KEY + ") as unlocked",
            """
            select concat('process ', a.pid, ' of user ', a.usename, \
            ' since ', to_char(a.backend_start, 'YYYY-MM-DD HH24:MI:SS TZ')) as holder
            from pg_catalog.pg_locks l join pg_catalog.pg_stat_activity a on a.pid = l.pid
            where l.locktype = 'advisory' and l.granted and l.objsubid = 1
            and l.database = (select oid from pg_catalog.pg_database where datname = current_database())
            and l.classid::bigint = %s and l.objid::bigint = %s""".formatted(KEY >>> 32, KEY & 0xffff_ffffL));

    /** Who holds it is not asked of YugabyteDB, whose {@code pg_locks} is another. */
    private static final MigrationLock LOCK_ALONE =
            new MigrationLock.OnServer(LOCK.tryQuery(), LOCK.releaseQuery(), null);

    /** CockroachDB has functions of advisory locks that do nothing, so that a row is locked. */
    private static final MigrationLock ROW = new MigrationLock.TableRow(
            "create table if not exists aludel_lock (id primary key) as values (1)",
            "select id from aludel_lock for update skip locked");

    private PostgresLock() {}

    /** @param tables as they are written in a statement */
    static String holders(List<String> tables) {
        String relations = tables.stream()
                .map(table -> "to_regclass('" + table.replace("'", "''") + "')")
                .collect(Collectors.joining(", "));
        return """
                select distinct concat('process ', a.pid, ' of user ', a.usename, ', ', a.state, \
                ', in a transaction since ', to_char(a.xact_start, 'YYYY-MM-DD HH24:MI:SS TZ')) as holder
                from pg_catalog.pg_locks l join pg_catalog.pg_stat_activity a on a.pid = l.pid
                where l.granted and a.pid <> pg_backend_pid() and l.relation in (%s)
                order by 1""".formatted(relations);
    }

    static MigrationLock of(Server server) {
        return switch (server) {
            case POSTGRESQL -> LOCK;
            case COCKROACHDB -> ROW;
            case YUGABYTEDB -> LOCK_ALONE;
        };
    }
}
