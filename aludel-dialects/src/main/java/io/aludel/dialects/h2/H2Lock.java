// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.h2;

import io.aludel.core.dialect.MigrationLock;

/**
 * A row of a second database beside the one that is migrated, in memory or in a file as that one is: H2 has no locks but those of rows and tables,
 * and one on a table of the database itself would have to be made first. The row is gone with the connection that never commits it.
 *
 * <p>What reaches its database through a server gets a database beside it in its own process, and is kept apart from migrations of the same process
 * only.
 */
final class H2Lock {
    private static final String INIT =
            ";LOCK_TIMEOUT=0;INIT=create table if not exists migration(id int primary key)\\;set autocommit false";

    static final MigrationLock LOCK =
            new MigrationLock.SideDatabase("""
            select 'jdbc:h2:' || case when database_path() is not null and session.server is null
                then 'file:' || database_path() else 'mem:' || nullif(current_catalog, 'unnamed') end
                || '.lock%s' as url
            from (select server from information_schema.sessions where session_id = session_id()) as session""".formatted(INIT), "insert into migration values (1)");

    private H2Lock() {}
}
