// SPDX-License-Identifier: Apache-2.0
package io.aludel.testing.databases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FreshDatabaseTest {
    @ParameterizedTest
    @EnumSource
    void keepsWhatIsWrittenToIt(TestDatabase kind) throws SQLException {
        try (FreshDatabase database = kind.fresh()) {
            database.execute(
                    "create table person (id integer primary key, name varchar(50))",
                    "insert into person values (1, 'Марія'), (2, null)");

            assertThat(database.rows("select id, name from person order by id"))
                    .extracting(Object::toString)
                    .containsExactly("[1, Марія]", "[2, null]");
        }
    }

    @ParameterizedTest
    @EnumSource
    void isEmptyEachTime(TestDatabase kind) throws SQLException {
        for (int i = 0; i < 2; i++) {
            try (FreshDatabase database = kind.fresh()) {
                database.execute("create table person (id integer)");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void isReachedByItsJdbcUrl(TestDatabase kind) throws SQLException {
        try (FreshDatabase database = kind.fresh()) {
            database.execute("create table person (id integer)");

            try (Connection connection = DriverManager.getConnection(database.jdbcUrl())) {
                assertThat(connection.createStatement().execute("select id from person"))
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void hasADsnWithItsKindAsScheme(TestDatabase kind) {
        try (FreshDatabase database = kind.fresh()) {
            assertThat(URI.create(database.dsn()).getScheme()).isEqualTo(kind.key());
            assertThat(database.dsn()).contains(database.name());
        }
    }

    @ParameterizedTest
    @EnumSource
    void isGoneOnceClosed(TestDatabase kind) throws SQLException {
        FreshDatabase database = kind.fresh();
        database.execute("create table person (id integer)");
        database.close();

        assertThatThrownBy(() -> database.execute("select id from person")).isInstanceOf(SQLException.class);
        assertThatCode(database::close).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @EnumSource
    void refusesToCloseSilentlyWhileAConnectionIsOpen(TestDatabase kind) throws SQLException {
        FreshDatabase database = kind.fresh();
        try (Connection leaked = database.openConnection()) {
            leaked.createStatement().execute("create table person (id integer)");

            assertThatThrownBy(database::close)
                    .isInstanceOf(AssertionError.class)
                    .hasMessageStartingWith("1 connection(s) to %s still open; close what the test opened", database);
        }
        assertThatThrownBy(() -> database.execute("select id from person")).isInstanceOf(SQLException.class);
    }

    @Test
    void saysWhatALeakedConnectionToPostgresDidLast() throws SQLException {
        FreshDatabase database = TestDatabase.POSTGRESQL.fresh();
        try (Connection leaked = database.openConnection()) {
            leaked.setAutoCommit(false);
            leaked.createStatement().execute("select 'the last one'");

            assertThatThrownBy(database::close)
                    .hasMessageContaining("idle in transaction, PostgreSQL JDBC Driver,")
                    .hasMessageContaining("last statement: select 'the last one'");
        }
    }

    @Test
    void knowsLettersBeyondAsciiInPostgres() throws SQLException {
        try (FreshDatabase database = TestDatabase.POSTGRESQL.fresh()) {
            assertThat(database.rows("select upper('марія')").get(0).get(0)).isEqualTo("МАРІЯ");
        }
    }

    @Test
    void startsTheVersionThatWasAskedFor() throws SQLException {
        try (FreshDatabase database = TestDatabase.POSTGRESQL.fresh();
                Connection connection = database.openConnection()) {
            assertThat(connection.getMetaData().getDatabaseMajorVersion())
                    .isEqualTo(Integer.getInteger(PostgresServer.VERSION, 18));
        }
    }
}
