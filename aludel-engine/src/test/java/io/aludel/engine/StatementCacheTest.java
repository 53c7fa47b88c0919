// SPDX-License-Identifier: Apache-2.0
package io.aludel.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.core.dialect.RenderedSql;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On SQLite, whose driver keeps no prepared statements itself. */
class StatementCacheTest {
    private static final int MOST = 64;

    private Connection jdbc;
    private StatementCache cache;

    @BeforeEach
    void connect() throws SQLException {
        jdbc = DriverManager.getConnection("jdbc:sqlite::memory:");
        cache = new StatementCache(jdbc);
    }

    @AfterEach
    void close() throws SQLException {
        jdbc.close();
    }

    @Test
    void givesAStatementAgainWhenItIsFree() throws SQLException {
        PreparedStatement first = cache.take("select 1");
        PreparedStatement meanwhile = cache.take("select 1");
        assertThat(meanwhile).isNotSameAs(first);
        cache.release("select 1", first);
        assertThat(cache.take("select 1")).isSameAs(first);
    }

    @Test
    void closesTheOneThatWouldBeThereTwice() throws SQLException {
        PreparedStatement first = cache.take("select 1");
        PreparedStatement second = cache.take("select 1");
        cache.release("select 1", first);
        cache.release("select 1", second);

        assertThat(first.isClosed()).isTrue();
        assertThat(cache.take("select 1")).isSameAs(second);
        assertThat(second.isClosed()).isFalse();
    }

    @Test
    void closesTheLeastRecentlyUsedWhenThereAreTooMany() throws SQLException {
        List<PreparedStatement> all = new ArrayList<>();
        for (int i = 0; i < MOST; i++) {
            all.add(use("select " + i));
        }
        assertThat(all).noneMatch(StatementCacheTest::isClosed);
        use("select 0");
        use("select 'one more'");

        assertThat(all.get(1).isClosed()).isTrue();
        assertThat(all.get(0).isClosed()).isFalse();
        assertThat(all.stream().filter(StatementCacheTest::isClosed)).hasSize(1);
        assertThat(use("select 1")).isNotSameAs(all.get(1));
    }

    @Test
    void closesAllThatAreFreeWhenItIsCleared() throws SQLException {
        PreparedStatement free = use("select 1");
        PreparedStatement inUse = cache.take("select 2");
        cache.clear();

        assertThat(free.isClosed()).isTrue();
        assertThat(inUse.isClosed()).isFalse();
        assertThat(cache.take("select 1")).isNotSameAs(free);
    }

    /** The schema that they were compiled for may be another one afterwards. */
    @Test
    void isClearedByStatementsThatAreExecutedAsTheyStand() {
        List<String> prepared = new ArrayList<>();
        try (Engine engine = Engine.create(
                        "sqlite::memory:", EngineSettings.DEFAULT.withWrapper(real -> telling(real, prepared)));
                EngineConnection connection = engine.connect()) {
            connection.execute("create table t (a integer)");
            RenderedSql insert = new RenderedSql("insert into t values (1)", List.of());
            prepared.clear();
            connection.update(insert);
            connection.update(insert);
            assertThat(prepared).containsExactly(insert.sql());
            connection.execute("alter table t add column b integer");
            connection.update(new RenderedSql("insert into t values (1, 2)", List.of()));
            connection.update(new RenderedSql("insert into t (a) values (1)", List.of()));
            connection.execute("alter table t drop column b");
            connection.update(insert);
            assertThat(prepared)
                    .containsExactly(
                            insert.sql(), "insert into t values (1, 2)", "insert into t (a) values (1)", insert.sql());
        }
    }

    /** A connection that writes down what is prepared by it. */
    private static Connection telling(Connection real, List<String> prepared) {
        return (Connection) Proxy.newProxyInstance(
                StatementCacheTest.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, args) -> {
                    if (method.getName().equals("prepareStatement")) {
                        prepared.add((String) args[0]);
                    }
                    return method.invoke(real, args);
                });
    }

    private PreparedStatement use(String sql) throws SQLException {
        PreparedStatement statement = cache.take(sql);
        cache.release(sql, statement);
        return statement;
    }

    private static boolean isClosed(PreparedStatement statement) {
        try {
            return statement.isClosed();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
