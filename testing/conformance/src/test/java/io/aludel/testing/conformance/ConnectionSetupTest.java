// SPDX-License-Identifier: Apache-2.0
package io.aludel.testing.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.core.dialect.Dialect;
import io.aludel.engine.Engine;
import io.aludel.engine.EngineConnection;
import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.OnEveryDatabase;
import io.aludel.testing.databases.TestDatabase;
import io.aludel.testkit.conformance.OneConnection;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** How sessions are set up, in each database's own words. */
class ConnectionSetupTest {
    @OnEveryDatabase
    void isUndoneForADataSource(FreshDatabase database) throws SQLException {
        Setting other = Setting.of(database.database());
        String setting = dialect(database).connectionSetupUndo().orElseThrow();
        try (Connection only = database.openConnection();
                Statement statement = only.createStatement()) {
            statement.execute(other.sql());
            String before = text(statement, setting);
            try (Engine given = Engine.create(new OneConnection(only));
                    EngineConnection own = given.connect()) {
                assertThat(text(statement, setting)).contains(other.ours());
                own.begin();
            }
            assertThat(text(statement, setting)).isEqualTo(before).contains(other.value());
        }
    }

    /** Something that a connection is set to, and that somebody else wants otherwise. */
    private record Setting(String sql, String value, String ours) {
        static Setting of(TestDatabase database) {
            return switch (database) {
                case SQLITE -> new Setting("pragma foreign_keys = off", "0", "1");
                case H2, POSTGRESQL -> new Setting("set time zone 'Asia/Tokyo'", "Asia/Tokyo", "UTC");
                case MARIADB -> new Setting("set time_zone = '+09:00'", "+09:00", "+00:00");
            };
        }
    }

    private static Dialect dialect(FreshDatabase database) {
        try (Engine engine = Engine.create(database.dsn())) {
            return engine.dialect();
        }
    }

    private static String text(Statement statement, String query) throws SQLException {
        try (ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getString(1);
        }
    }
}
