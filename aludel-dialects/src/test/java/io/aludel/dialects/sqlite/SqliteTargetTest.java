// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.core.dialect.Dialect;
import io.aludel.core.dialect.Dsn;
import io.aludel.core.dialect.DsnException;
import io.aludel.core.dialect.JdbcTarget;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqliteTargetTest {
    private final SqliteDialect dialect = new SqliteDialect();

    @ParameterizedTest
    @CsvSource({
        "sqlite:gradebook.db, jdbc:sqlite:gradebook.db",
        "sqlite:/var/lib/a.db, jdbc:sqlite:/var/lib/a.db",
        "sqlite:///data/a.db, jdbc:sqlite:data/a.db",
        "sqlite:////var/lib/a.db, jdbc:sqlite:/var/lib/a.db",
        "sqlite:///C:/data/a.db, jdbc:sqlite:C:/data/a.db",
        "sqlite:C:\\data\\a.db, jdbc:sqlite:C:\\data\\a.db",
        "sqlite:///a%20b.db, jdbc:sqlite:a b.db",
    })
    void leadsToAFile(String dsn, String url) {
        JdbcTarget target = dialect.target(Dsn.parse(dsn));
        assertThat(target.url()).isEqualTo(url);
        assertThat(target.keptOpen()).isFalse();
        assertThat(target.server()).isFalse();
        assertThat(target.description()).isEqualTo(url.substring("jdbc:sqlite:".length()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite::memory:", "sqlite://", "sqlite:///:memory:", "sqlite:///"})
    void leadsIntoMemoryThatTheConnectionsOfOneTargetShare(String dsn) {
        JdbcTarget target = dialect.target(Dsn.parse(dsn));
        assertThat(target.keptOpen()).isTrue();
        try (TestConnection one = new TestConnection(target.url());
                TestConnection two = new TestConnection(target.url());
                TestConnection other =
                        new TestConnection(dialect.target(Dsn.parse(dsn)).url())) {
            one.execute("create table pets (id integer)");
            assertThat(two.values("select name from sqlite_schema")).containsExactly("pets");
            assertThat(other.values("select name from sqlite_schema")).isEmpty();
        }
        assertThat(Files.exists(Path.of(target.url().replaceAll("^jdbc:sqlite:file:|\\?.*$", ""))))
                .isFalse();
    }

    @Test
    void sharesMemoryAlsoForTheJdbcUrlThatWouldNot() {
        assertThat(dialect.target("jdbc:sqlite::memory:").url()).startsWith("jdbc:sqlite:file:/aludel-");
        assertThat(dialect.target("jdbc:sqlite:a.db"))
                .isEqualTo(new JdbcTarget("jdbc:sqlite:a.db", Map.of(), "a.db", false, false, Path.of("a.db")));
    }

    @Test
    void knowsTheFileThatAConnectionWouldMake() {
        assertThat(dialect.target(Dsn.parse("sqlite:///data/a%20b.db?journal_mode=WAL"))
                        .file())
                .isEqualTo(Path.of("data/a b.db"));
        assertThat(dialect.target("jdbc:sqlite:/var/a.db?journal_mode=WAL").file())
                .isEqualTo(Path.of("/var/a.db"));
        assertThat(dialect.target(Dsn.parse("sqlite::memory:")).file()).isNull();
        assertThat(dialect.target("jdbc:sqlite:file:a.db?mode=ro").file()).isNull();
        assertThat(dialect.target("jdbc:sqlite:a.db?vfs=memdb").file()).isNull();
    }

    @Test
    void givesOptionsToTheDriverAndWaitsForLocks() {
        assertThat(dialect.target(Dsn.parse("sqlite:a.db?journal_mode=WAL")).properties())
                .containsEntry("journal_mode", "WAL")
                .containsEntry("busy_timeout", "10000");
        assertThat(dialect.target(Dsn.parse("sqlite:a.db?busy_timeout=1")).properties())
                .containsEntry("busy_timeout", "1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite://gradebook.db", "sqlite://me@host/a.db", "sqlite:", "sqlite:///a%3Fb.db"})
    void refusesWhatNamesNoFile(String dsn) {
        assertThatThrownBy(() -> dialect.target(Dsn.parse(dsn))).isInstanceOf(DsnException.class);
    }

    @Test
    void isFoundAsAServiceOnModulePathAndClassPath() throws IOException {
        assertThat(SqliteDialect.class.getModule().getDescriptor().provides())
                .anyMatch(service -> service.providers().contains(SqliteDialect.class.getName()));
        try (InputStream services =
                SqliteDialect.class.getResourceAsStream("/META-INF/services/" + Dialect.class.getName())) {
            assertThat(new String(services.readAllBytes(), StandardCharsets.UTF_8).lines())
                    .contains(SqliteDialect.class.getName());
        }
    }
}
