// SPDX-License-Identifier: Apache-2.0
package io.aludel.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.core.dialect.RenderedSql;
import io.aludel.core.type.ValueType;
import io.aludel.engine.Engine;
import io.aludel.engine.EngineConnection;
import io.aludel.engine.EngineSettings;
import io.aludel.engine.Rows;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;

/** On SQLite: what is left open there by a real engine, and by plain JDBC. */
class LeakCheckTest {
    private static final RenderedSql NUMBERS = new RenderedSql("select 1 union all select 2", List.of());

    private final LeakCheck leaks = new LeakCheck();

    @Test
    void isSilentAfterOrdinaryWork() {
        try (Engine engine = engine()) {
            engine.inTransaction(connection -> {
                connection.execute("create table t (a integer)");
                connection.update(new RenderedSql("insert into t values (1)", List.of()));
                connection.catalog().query("select * from t");
                return connection.list(NUMBERS, List.of(ValueType.LONG), row -> row.getLong(0));
            });
            assertThatThrownBy(() -> engine.inTransaction(connection -> {
                connection.execute("nonsense");
                return null;
            }));
        }
        leaks.assertNoLeaks();
    }

    @Test
    void findsAConnectionAndSaysWhereItWasOpened() {
        try (Engine engine = engine()) {
            EngineConnection left = engine.connect();

            assertThatThrownBy(leaks::assertNoLeaks)
                    .isInstanceOf(AssertionFailedError.class)
                    .hasMessageStartingWith(
                            "Left open, close each where it was opened (try (…) { … }):\n  a connection, opened at")
                    .hasMessageContaining("io.aludel.testkit.LeakCheckTest.findsAConnectionAndSaysWhereItWasOpened(")
                    .cause()
                    .hasMessage("Opened here");
            leaks.assertNoLeaks(); // the next test is not blamed
            left.close();
        }
    }

    /** Rows that were not read to the end, and not closed: closing the connection has ended them. */
    @Test
    void findsRowsAlthoughTheirConnectionWasClosed() {
        try (Engine engine = engine()) {
            try (EngineConnection connection = engine.connect()) {
                Rows left = connection.query(NUMBERS, List.of(ValueType.LONG));
                left.next();
            }
        }
        assertThat(leaks.leaks())
                .hasSize(2)
                .anySatisfy(leak -> assertThat(leak)
                        .startsWith("a prepared statement of \"select 1 union all select 2\", opened at"))
                .anySatisfy(leak ->
                        assertThat(leak).startsWith("a result set of \"select 1 union all select 2\", opened at"));
    }

    @Test
    void takesAResultSetAsClosedWithItsStatement() throws SQLException {
        try (Connection connection = leaks.apply(DriverManager.getConnection("jdbc:sqlite::memory:"))) {
            try (Statement statement = connection.createStatement()) {
                ResultSet result = statement.executeQuery("select 1");
                assertThat(leaks.leaks()).hasSize(3);
                assertThat(result.next()).isTrue();
            }
            assertThat(leaks.leaks())
                    .singleElement()
                    .satisfies(leak -> assertThat(leak).startsWith("a connection, "));
            assertThatThrownBy(() -> connection.prepareStatement("nonsense"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("nonsense");
        }
        leaks.assertNoLeaks();
    }

    /** By name: here it would be blamed for what the test does not close. */
    @Test
    void checksAfterEachTest() {
        leaks.afterEach(null);
        try (Engine engine = engine();
                EngineConnection open = engine.connect()) {
            assertThatThrownBy(() -> leaks.afterEach(null)).isInstanceOf(AssertionFailedError.class);
        }
    }

    private Engine engine() {
        return Engine.create("sqlite::memory:", EngineSettings.DEFAULT.withWrapper(leaks));
    }
}
