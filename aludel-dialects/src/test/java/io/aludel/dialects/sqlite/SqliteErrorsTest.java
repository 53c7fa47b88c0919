// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.core.dialect.SqlError;
import io.aludel.core.dialect.SqlError.Kind;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteErrorsTest {
    private final SqliteDialect dialect = new SqliteDialect();

    @Test
    void tellsWhichConstraintWasViolated() {
        try (TestConnection database = TestConnection.inMemory()) {
            database.execute("create table t (a integer primary key, b text not null unique,"
                    + " constraint \"ck (x)\" check (a > 0))");
            database.execute("create table u (a integer references t)");
            database.execute("insert into t values (1, 'x')");
            assertThat(errorOf(database, "insert into t values (1, 'y')"))
                    .isEqualTo(new SqlError(Kind.UNIQUE_VIOLATION, null, "t", List.of("a")));
            assertThat(errorOf(database, "insert into t values (2, 'x')"))
                    .isEqualTo(new SqlError(Kind.UNIQUE_VIOLATION, null, "t", List.of("b")));
            assertThat(errorOf(database, "insert into t values (2, null)"))
                    .isEqualTo(new SqlError(Kind.NOT_NULL_VIOLATION, null, "t", List.of("b")));
            assertThat(errorOf(database, "insert into t values (-1, 'z')"))
                    .isEqualTo(new SqlError(Kind.CHECK_VIOLATION, "ck (x)"));
            assertThat(errorOf(database, "insert into u values (5)"))
                    .isEqualTo(SqlError.of(Kind.FOREIGN_KEY_VIOLATION));
            assertThat(errorOf(database, "insert into nosuch values (5)")).isEqualTo(SqlError.of(Kind.OTHER));
        }
    }

    /** The message quotes nothing: better no columns than wrong ones. */
    @Test
    void tellsColumnsOfOddNamesOnlyWhereThereIsNoDoubt() {
        try (TestConnection database = TestConnection.inMemory()) {
            database.execute("create table \"my table\" (\"a b\" int, \"c)\" int, unique (\"a b\", \"c)\"))");
            database.execute("insert into \"my table\" values (1, 2)");
            assertThat(errorOf(database, "insert into \"my table\" values (1, 2)"))
                    .isEqualTo(new SqlError(
                            Kind.UNIQUE_VIOLATION,
                            null,
                            "my table",
                            List.of("a b", "c)"),
                            null,
                            "my table.a b, my table.c)"));
            database.execute("create table \"x.y\" (a int unique)");
            database.execute("insert into \"x.y\" values (1)");
            assertThat(errorOf(database, "insert into \"x.y\" values (1)")).isEqualTo(unparted("x.y.a"));
            database.execute("create table t (\"p, q\" int unique, b text)");
            database.execute("insert into t values (1, 'x')");
            assertThat(errorOf(database, "insert into t values (1, 'y')")).isEqualTo(unparted("t.p, q"));
            database.execute("create unique index \"u'x\" on t (lower(b))");
            assertThat(errorOf(database, "insert into t values (2, 'X')"))
                    .isEqualTo(new SqlError(Kind.UNIQUE_VIOLATION, "u'x"));
        }
    }

    @Test
    void tellsThatAnotherConnectionIsWriting(@TempDir Path folder) {
        String url = "jdbc:sqlite:" + folder.resolve("a.db");
        try (TestConnection writer = new TestConnection(url);
                TestConnection other = new TestConnection(url)) {
            other.execute("pragma busy_timeout = 1");
            writer.execute("begin immediate");
            assertThat(errorOf(other, "begin immediate")).isEqualTo(SqlError.of(Kind.LOCK_TIMEOUT));
        }
    }

    @Test
    void tellsThatThereIsNoRoomLeft() {
        try (TestConnection database = TestConnection.inMemory()) {
            database.execute("create table t (a)");
            database.execute("pragma max_page_count = 2");
            assertThat(errorOf(database, "insert into t values (zeroblob(100000))"))
                    .isEqualTo(SqlError.of(Kind.STORAGE_FULL));
        }
    }

    @Test
    void tellsThatItCanOnlyBeRead(@TempDir Path folder) {
        String url = "jdbc:sqlite:" + folder.resolve("a.db");
        try (TestConnection writer = new TestConnection(url)) {
            writer.execute("create table t (a)");
        }
        try (TestConnection reader = new TestConnection(url + "?open_mode=1")) {
            assertThat(errorOf(reader, "insert into t values (1)")).isEqualTo(SqlError.of(Kind.READ_ONLY));
        }
    }

    @Test
    void tellsWhatAKeyRestrictsFromWhatATriggerRaises() {
        try (TestConnection database = TestConnection.inMemory()) {
            database.execute("pragma foreign_keys = on");
            database.execute("create table t (a integer primary key, b integer references t (a) on delete restrict)");
            database.execute("insert into t values (1, null), (2, 1)");
            assertThat(errorOf(database, "delete from t where a = 1"))
                    .isEqualTo(SqlError.of(Kind.FOREIGN_KEY_VIOLATION));

            database.execute("create trigger no before insert on t begin select raise(abort, 'no'); end");
            assertThat(errorOf(database, "insert into t values (3, null)")).isEqualTo(SqlError.of(Kind.OTHER));
        }
    }

    @Test
    void tellsWhatMeansTheSameByItsFamily() {
        assertThat(meaning("[SQLITE_READONLY_DIRECTORY] no journal")).isEqualTo(SqlError.of(Kind.READ_ONLY));
        assertThat(meaning("[SQLITE_CORRUPT_INDEX] damaged")).isEqualTo(SqlError.of(Kind.UNREADABLE));
        assertThat(meaning("[SQLITE_CORRUPT] damaged")).isEqualTo(SqlError.of(Kind.UNREADABLE));
        assertThat(meaning("[SQLITE_NOTADB] text")).isEqualTo(SqlError.of(Kind.UNREADABLE));
        assertThat(meaning("[SQLITE_IOERR_WRITE] broken")).isEqualTo(SqlError.of(Kind.STORAGE_FAILURE));
        assertThat(meaning("[SQLITE_CANTOPEN] no journal")).isEqualTo(SqlError.of(Kind.STORAGE_FAILURE));
        assertThat(meaning("[SQLITE_BUSY_RECOVERY] wait")).isEqualTo(SqlError.of(Kind.LOCK_TIMEOUT));
        assertThat(meaning("[SQLITE_BUSY_SNAPSHOT] too late")).isEqualTo(SqlError.of(Kind.SERIALIZATION_FAILURE));
        assertThat(meaning("[SQLITE_ERROR] syntax")).isEqualTo(SqlError.of(Kind.OTHER));
    }

    private static SqlError unparted(String text) {
        return new SqlError(Kind.UNIQUE_VIOLATION, null, null, List.of(), null, text);
    }

    private SqlError meaning(String message) {
        return dialect.classify(new SQLException(message));
    }

    private SqlError errorOf(TestConnection database, String sql) {
        try {
            database.execute(sql);
            throw new AssertionError("no error");
        } catch (IllegalStateException e) {
            return dialect.classify((SQLException) e.getCause());
        }
    }
}
