// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli;

import io.aludel.testing.databases.FreshDatabase;
import java.sql.SQLException;
import java.util.List;

/** The tables that a database has, asked by plain SQL. */
final class Tables {
    private Tables() {}

    static List<String> of(FreshDatabase database) throws SQLException {
        String query = switch (database.database()) {
            case SQLITE -> "select name from sqlite_schema where type = 'table' and name not glob 'sqlite_*'";
            case H2, POSTGRESQL -> "select table_name from information_schema.tables where table_schema = 'public'";
        };
        return database.rows(query).stream()
                .map(row -> (String) row.get(0))
                .sorted()
                .toList();
    }
}
