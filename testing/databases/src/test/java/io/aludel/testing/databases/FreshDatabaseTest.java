// SPDX-License-Identifier: Apache-2.0
package io.aludel.testing.databases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

class FreshDatabaseTest {
    @OnEveryDatabase
    void keepsWhatIsWrittenToIt(FreshDatabase database) throws SQLException {
        database.execute(
                "create table person (id integer primary key, name varchar(50))",
                "insert into person values (1, 'Марія'), (2, null)");

        assertThat(database.rows("select id, name from person order by id"))
                .extracting(Object::toString)
                .containsExactly("[1, Марія]", "[2, null]");
    }

    @OnEveryDatabase
    void isEmptyEachTime(FreshDatabase database) throws SQLException {
        database.execute("create table person (id integer)");

        try (FreshDatabase another = database.database().fresh()) {
            another.execute("create table person (id integer)");
        }
    }

    @OnEveryDatabase
    void isReachedByItsJdbcUrl(FreshDatabase database) throws SQLException {
        database.execute("create table person (id integer)");

        try (Connection connection = DriverManager.getConnection(database.jdbcUrl())) {
            assertThat(connection.createStatement().execute("select id from person"))
                    .isTrue();
        }
    }

    @OnEveryDatabase
    void hasADsnWithItsKindAsScheme(FreshDatabase database) {
        assertThat(URI.create(database.dsn()).getScheme())
                .isEqualTo(database.database().key());
        assertThat(database.dsn()).contains(database.name());
    }

    @OnEveryDatabase
    void isGoneOnceClosed(FreshDatabase database) throws SQLException {
        database.execute("create table person (id integer)");
        database.close();

        assertThatThrownBy(() -> database.execute("select id from person")).isInstanceOf(SQLException.class);
        assertThatCode(database::close).doesNotThrowAnyException();
    }

    @OnEveryDatabase
    void refusesToCloseSilentlyWhileAConnectionIsOpen(FreshDatabase database) throws SQLException {
        try (Connection leaked = database.openConnection()) {
            leaked.createStatement().execute("create table person (id integer)");

            assertThatThrownBy(database::close)
                    .isInstanceOf(AssertionError.class)
                    .hasMessageStartingWith("1 connection(s) to %s still open; close what the test opened", database);
        }
        assertThatThrownBy(() -> database.execute("select id from person")).isInstanceOf(SQLException.class);
    }

    @OnEveryDatabase(TestDatabase.POSTGRESQL)
    void saysWhatALeakedConnectionToPostgresDidLast(FreshDatabase database) throws SQLException {
        try (Connection leaked = database.openConnection()) {
            leaked.setAutoCommit(false);
            leaked.createStatement().execute("select 'the last one'");

            assertThatThrownBy(database::close)
                    .hasMessageContaining("idle in transaction, PostgreSQL JDBC Driver,")
                    .hasMessageContaining("last statement: select 'the last one'");
        }
    }

    @OnEveryDatabase(TestDatabase.POSTGRESQL)
    void knowsLettersBeyondAsciiInPostgres(FreshDatabase database) throws SQLException {
        assertThat(database.rows("select upper('марія')").get(0).get(0)).isEqualTo("МАРІЯ");
    }

    @OnEveryDatabase(TestDatabase.POSTGRESQL)
    void startsTheVersionThatWasAskedFor(FreshDatabase database) throws SQLException {
        try (Connection connection = database.openConnection()) {
            assertThat(connection.getMetaData().getDatabaseMajorVersion())
                    .isEqualTo(Integer.getInteger(PostgresServer.VERSION, 18));
        }
    }
}
