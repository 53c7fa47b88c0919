// SPDX-License-Identifier: Apache-2.0

/** What each database writes and reads its own way. */
module io.aludel.dialects {
    requires transitive io.aludel.core;
    requires static org.jspecify;

    provides io.aludel.core.dialect.Dialect with
            io.aludel.dialects.h2.H2Dialect,
            io.aludel.dialects.mariadb.MariaDbDialect,
            io.aludel.dialects.postgresql.PostgresDialect,
            io.aludel.dialects.sqlite.SqliteDialect;
}
