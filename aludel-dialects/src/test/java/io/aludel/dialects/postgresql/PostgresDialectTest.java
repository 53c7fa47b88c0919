// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.core.dialect.Dialect;
import io.aludel.core.dialect.Dsn;
import io.aludel.core.dialect.DsnException;
import io.aludel.core.dialect.JdbcTarget;
import io.aludel.core.dialect.ServerVersion;
import io.aludel.core.dialect.UnsupportedFeatureException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostgresDialectTest {
    private static final Dialect POSTGRES = new PostgresDialect();

    @Test
    void keepsUserAndPasswordOutOfUrlAndText() {
        JdbcTarget target = target(
                "postgresql+psycopg://me:se%2Fcret@db.example.org:5433/my%20db?sslmode=require&connect_timeout=3");

        assertThat(target.url()).isEqualTo("jdbc:postgresql://db.example.org:5433/my%20db");
        assertThat(target.properties())
                .isEqualTo(Map.of("user", "me", "password", "se/cret", "sslmode", "require", "connectTimeout", "3"));
        assertThat(target).hasToString("db.example.org:5433/my db");
        assertThat(target.server()).isTrue();
        assertThat(target.keptOpen()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "postgres://me@/, jdbc:postgresql://localhost:5432/me",
        "postgresql://me@localhost, jdbc:postgresql://localhost:5432/me",
        "postgresql:///school, jdbc:postgresql://localhost:5432/school",
        "postgresql://[::1]:5433/school, jdbc:postgresql://[::1]:5433/school",
        "postgresql://h/a%3Fb%26c%2Fd, jdbc:postgresql://h:5432/a%3Fb%26c%2Fd"
    })
    void fillsInWhatIsUsual(String dsn, String url) {
        assertThat(target(dsn).url()).isEqualTo(url);
    }

    @Test
    void callsTheDatabaseLikeTheUserOfTheMachineWhereNobodyIsNamed() {
        assertThat(target("postgresql://localhost").url())
                .isEqualTo("jdbc:postgresql://localhost:5432/" + System.getProperty("user.name"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "postgresql:school | names no server; write postgresql://user@host:5432/database.",
                "postgresql://h/db?sslmod=require | has the option \"sslmod\", which the PostgreSQL driver does not know",
                "postgresql://h/db?password=s3cret | has \"password\" among its options; write it before the host"
            })
    void saysWhichPartMakesNoSense(String dsn, String message) {
        assertThatThrownBy(() -> target(dsn))
                .isInstanceOf(DsnException.class)
                .hasMessageContaining(message)
                .hasMessageNotContaining("s3cret");
    }

    private static JdbcTarget target(String dsn) {
        return POSTGRES.target(Dsn.parse(dsn));
    }

    @Test
    void refusesServersThatAreTooOld() {
        assertThat(POSTGRES.forVersion(new ServerVersion(14, 0)).version()).isEqualTo(new ServerVersion(14, 0));
        assertThatThrownBy(() -> POSTGRES.forVersion(new ServerVersion(13, 9)))
                .isInstanceOf(UnsupportedFeatureException.class)
                .hasMessage("PostgreSQL has no support in Aludel for version 13.9. Use version 14.0 or newer.");
    }

    @Test
    void knowsItsOwnUrls() {
        assertThat(POSTGRES.accepts("jdbc:postgresql://localhost/x")).isTrue();
        assertThat(POSTGRES.accepts("jdbc:sqlite:x.db")).isFalse();
    }
}
