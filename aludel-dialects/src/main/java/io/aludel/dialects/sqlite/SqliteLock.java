// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.sqlite;

import io.aludel.core.dialect.MigrationLock;

/**
 * A second database beside the file, opened exclusively: a lock on the file itself would stand in the way of the migration, and one of the
 * operating system's is lost when any part of the program opens and closes that file.
 */
final class SqliteLock {
    static final MigrationLock LOCK = new MigrationLock.SideDatabase("""
            select 'jdbc:sqlite:' || nullif(file, '') || '.lock?busy_timeout=0' as url
            from pragma_database_list where name = 'main'""", "begin exclusive");

    private SqliteLock() {}
}
