// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.mariadb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.core.dialect.CatalogReader;
import io.aludel.core.dialect.CatalogRow;
import io.aludel.core.dialect.Dialect;
import io.aludel.core.dialect.Dsn;
import io.aludel.core.dialect.DsnException;
import io.aludel.core.dialect.Feature;
import io.aludel.core.dialect.Isolation;
import io.aludel.core.dialect.JdbcTarget;
import io.aludel.core.dialect.ServerIdentity;
import io.aludel.core.dialect.ServerVersion;
import io.aludel.core.dialect.UnsupportedFeatureException;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Sequence;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MariaDbDialectTest {
    private static final Dialect MARIADB = new MariaDbDialect();

    @ParameterizedTest
    @CsvSource({
        "mariadb://db/school, jdbc:mariadb://db:3306/school, db:3306/school",
        "mysql://db:3307/school, jdbc:mariadb://db:3307/school, db:3307/school",
        "mariadb://[::1]/school, jdbc:mariadb://[::1]:3306/school, [::1]:3306/school",
        "mariadb:///school, jdbc:mariadb://localhost:3306/school, localhost:3306/school",
        "mariadb://db/my%20school, jdbc:mariadb://db:3306/my%20school, db:3306/my school"
    })
    void leadsToAServerOfEitherKind(String dsn, String url, String description) {
        JdbcTarget target = MARIADB.target(Dsn.parse(dsn));

        assertThat(target.url()).isEqualTo(url);
        assertThat(target.description()).isEqualTo(description);
        assertThat(target.server()).isTrue();
    }

    @Test
    void keepsUserPasswordAndOptionsOutOfTheUrl() {
        JdbcTarget target = MARIADB.target(Dsn.parse("mariadb://ada:hunter2@db/school?sslMode=verify-full"));

        assertThat(target.properties())
                .isEqualTo(Map.of("user", "ada", "password", "hunter2", "sslMode", "verify-full"));
        assertThat(target.url()).isEqualTo("jdbc:mariadb://db:3306/school");
        assertThat(MARIADB.target(Dsn.parse("mariadb://db/school")).properties())
                .isEqualTo(Map.of("user", System.getProperty("user.name")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mariadb:school | but names no server; write mariadb://user@host:3306/database.",
                "mariadb://db | names no database; write mariadb://user@host/database.",
                "mariadb://db/x?sslmode=off | option \"sslmode\", which the MariaDB driver does not know",
                "mariadb://db/x?password=y | write it before the host: user:password@host."
            })
    void saysWhichPartMakesNoSense(String dsn, String message) {
        assertThatThrownBy(() -> MARIADB.target(Dsn.parse(dsn)))
                .isInstanceOf(DsnException.class)
                .hasMessageContaining(message);
    }

    @Test
    void takesItsOwnJdbcUrlsAndMySqlsOnlyWhereTheySaySo() {
        assertThat(MARIADB.accepts("jdbc:mariadb://db/school")).isTrue();
        assertThat(MARIADB.accepts("jdbc:mysql://db/school?permitMysqlScheme")).isTrue();
        assertThat(MARIADB.accepts("jdbc:mysql://db/school")).isFalse();
    }

    @Test
    void quotesByBackticksWhereItMust() {
        assertThat(MARIADB.quote("pet")).isEqualTo("pet");
        assertThat(MARIADB.quote("value")).isEqualTo("`value`");
        assertThat(MARIADB.quote("a`b\"c'd\\e")).isEqualTo("`a``b\"c'd\\e`");
        assertThatThrownBy(() -> MARIADB.quote("a\0b")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MARIADB.quote("")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MARIADB.quote("🙈"))
                .isInstanceOf(UnsupportedFeatureException.class)
                .hasMessage("mariadb has no name with a character beyond U+FFFF (\"🙈\"). Choose one without it.");
    }

    @Test
    void knowsTheServerByItsProduct() {
        Dialect mySql = MARIADB.forServer(new ServerIdentity("MySQL", new ServerVersion(8, 4)));

        assertThat(mySql.capabilities().has(Feature.RETURNING)).isFalse();
        assertThat(mySql.capabilities().has(Feature.EXPRESSION_INDEX)).isTrue();
        assertThat(mySql.nextValue(new Sequence(TableName.of("s"), 1, 1))).isEmpty();
        Dialect mariaDb = mySql.forServer(new ServerIdentity("MariaDB", new ServerVersion(10, 6)));
        assertThat(mariaDb.capabilities().has(Feature.RETURNING)).isTrue();
        assertThat(mariaDb.nextValue(new Sequence(TableName.of("app", "order"), 1, 1)))
                .contains("select next value for app.`order`");
        assertThatThrownBy(() -> MARIADB.forVersion(new ServerVersion(10, 5)))
                .isInstanceOf(UnsupportedFeatureException.class)
                .hasMessage("MariaDB has no support in Aludel for version 10.5. Use version 10.6 or newer.");
        assertThatThrownBy(() -> MARIADB.forServer(new ServerIdentity("MySQL", new ServerVersion(5, 7))))
                .hasMessage("MySQL has no support in Aludel for version 5.7. Use version 8.0 or newer.");
    }

    @ParameterizedTest
    @CsvSource({
        "11.4.5-MariaDB-ubu2404, MariaDB 11.4",
        "10.6.21-MariaDB-log, MariaDB 10.6",
        "8.4.4, MySQL 8.4",
        "8.0.41-0ubuntu0.24.04.1, MySQL 8.0"
    })
    void knowsAServerByWhatItSaysOfItself(String version, String server) {
        CatalogReader answers = (sql, parameters) -> List.of(new CatalogRow(Map.of("version", version)));

        assertThat(MARIADB.introspector().server(answers)).hasToString(server);
    }

    @Test
    void setsWhatASessionNeedsInOneStatement() {
        assertThat(MARIADB.connectionSetup())
                .containsExactly("set sql_mode = concat('STRICT_ALL_TABLES,STRICT_TRANS_TABLES,NO_ZERO_DATE,"
                        + "NO_ZERO_IN_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_VALUE_ON_ZERO,NO_ENGINE_SUBSTITUTION',"
                        + " if(version() like '%MariaDB%', ',SIMULTANEOUS_ASSIGNMENT', '')), time_zone = '+00:00',"
                        + " character_set_client = 'utf8mb4', character_set_results = 'utf8mb4',"
                        + " collation_connection = if(version() like '%MariaDB%', 'utf8mb4_nopad_bin',"
                        + " 'utf8mb4_0900_bin'), lock_wait_timeout = 50");
    }

    @Test
    void countsTimeoutsInSecondsAndIsolatesBySnapshots() {
        assertThat(MARIADB.lockTimeout(Duration.ofMillis(1)).sql())
                .isEqualTo("set innodb_lock_wait_timeout = 1, lock_wait_timeout = 1");
        assertThat(MARIADB.lockTimeout(Duration.ofSeconds(2)).sql())
                .isEqualTo("set innodb_lock_wait_timeout = 2, lock_wait_timeout = 2");
        assertThat(MARIADB.isolation(Isolation.REPEATABLE_READ).orElseThrow().sql())
                .isEqualTo("set tx_isolation = 'REPEATABLE-READ', innodb_snapshot_isolation = on");
        assertThat(MARIADB.forServer(new ServerIdentity("MySQL", new ServerVersion(8, 4)))
                        .isolation(Isolation.REPEATABLE_READ)
                        .orElseThrow()
                        .sql())
                .isEqualTo("set transaction isolation level serializable");
    }
}
