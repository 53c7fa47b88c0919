// SPDX-License-Identifier: Apache-2.0
package io.aludel.testing.conformance;

import static io.aludel.testing.databases.TestDatabase.POSTGRESQL;
import static io.aludel.testing.databases.TestDatabase.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.OnEveryDatabase;
import java.sql.SQLException;
import org.junit.jupiter.api.Tag;

/** The versions that these tests are about; without this a run on the wrong server would look like any other. */
@Tag("server-version")
class DatabaseVersionsTest {
    @OnEveryDatabase(POSTGRESQL)
    void isThePostgresThatThisRunIsFor(FreshDatabase database) throws SQLException {
        assertThat(database.rows("show server_version").get(0).get(0).toString())
                .startsWith(System.getProperty("aludel.postgresql") + ".");
    }

    @OnEveryDatabase(SQLITE)
    void isASqliteThatCanReturnRowsAndDropColumns(FreshDatabase database) throws SQLException {
        String version = database.rows("select sqlite_version()").get(0).get(0).toString();

        assertThat(Integer.parseInt(version.split("\\.")[1])).isGreaterThanOrEqualTo(35);
    }
}
