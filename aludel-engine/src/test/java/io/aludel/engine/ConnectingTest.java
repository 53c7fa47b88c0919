// SPDX-License-Identifier: Apache-2.0
package io.aludel.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.aludel.core.dialect.JdbcTarget;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What happens where no connection can be had. */
class ConnectingTest {
    @Test
    void looksForTheDriverWhenAConnectionIsWanted() {
        try (Engine engine = engine("no.such.Driver", "jdbc:x://db/school", Map.of(), true)) {
            assertThat(engine.dialect().name()).isEqualTo("unreachable");
            assertThatThrownBy(engine::connect)
                    .isInstanceOf(EngineException.class)
                    .hasMessage(
                            "ENG-003: There is no JDBC driver no.such.Driver; add the artifact org.example:the-driver.");
        }
    }

    @Test
    void saysThatAClassIsNoDriver() {
        try (Engine engine = engine("java.lang.Object", "jdbc:x://db/school", Map.of(), false)) {
            assertThatThrownBy(engine::connect)
                    .isInstanceOf(EngineException.class)
                    .hasMessageStartingWith("ENG-003: The JDBC driver java.lang.Object cannot be used: ");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "true, 'Check that the database is there, and the user and password.'",
        "false, 'Check that its folder is there, that it is a file, and that this program may read and write both.'"
    })
    void namesThePlaceThatRefuses(boolean server, String advice) {
        try (Engine engine = engine(TalkativeDriver.class.getName(), "jdbc:x://db/school", Map.of(), server)) {
            assertThatThrownBy(engine::connect)
                    .isInstanceOf(ConnectionFailureException.class)
                    .hasMessage("ENG-004: Cannot connect to db:5432/school: Connection refused: jdbc:x://db/school {}. "
                            + advice)
                    .hasCauseInstanceOf(SQLException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void keepsPasswordsOutOfEveryTextOfAnException(boolean server) {
        Map<String, String> properties =
                Map.of("user", "ada", "password", "hun&ter 2", "sslpassword", "k€y?", "ApplicationName", "school");
        String url = "jdbc:x://ada:h%2Fidden@db/school?auth_token=t0ken&secretKey=sEcret&x=hun%26ter+2&y=hun%26ter%202";
        try (Engine engine = engine(TalkativeDriver.class.getName(), url, properties, server)) {
            Throwable error = catchThrowable(engine::connect);

            StringWriter everything = new StringWriter();
            error.printStackTrace(new PrintWriter(everything));
            assertThat(everything.toString())
                    .contains("Connection refused", "cause: ", "suppressed: ", "ApplicationName=school", "ada")
                    .doesNotContain("hun", "k€y", "h%2F", "h/idden", "t0ken", "sEcret");
            SQLException cause = (SQLException) error.getCause();
            assertThat(cause.getSQLState()).isEqualTo("08001");
            assertThat(cause.getErrorCode()).isEqualTo(17);
            assertThat(cause.getNextException().getMessage())
                    .startsWith("next: ")
                    .doesNotContain("hun");
            assertThat(engine.toString()).isEqualTo("Engine[unreachable db:5432/school]");
        }
    }

    @Test
    void masksAShortPasswordWhereItStandsByItself() {
        Map<String, String> properties = Map.of("password", "on");
        try (Engine engine = engine(TalkativeDriver.class.getName(), "jdbc:x://db/school", properties, false)) {
            assertThatThrownBy(engine::connect)
                    .hasMessageContaining("Connection refused: jdbc:x://db/school {password=****}");
        }
    }

    @Test
    void sendsNobodyToLookAtAPasswordThatIsAWordOfTheMessage() {
        Map<String, String> properties = Map.of("password", "thread");
        try (Engine engine = engine(TalkativeDriver.class.getName(), "jdbc:x://db/school", properties, true)) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(engine::connect)
                    .hasMessage("ENG-004: Cannot connect to db:5432/school: the **** was interrupted while it waited.");
        } finally {
            Thread.interrupted(); // the next test's thread is this one
        }
    }

    /** Its secrets are unknown, so that they are recognised by their looks. */
    @Test
    void keepsADataSourcesPasswordOutOfTheException() {
        TalkativeSource source = new TalkativeSource(
                "no route to jdbc:x://ada:hunter2@db/school?Password=hunter2&b=1 {user=ada, sslPassword=hunter2}");
        try (Engine engine = Engine.create(source)) {
            assertThatThrownBy(engine::connect)
                    .hasMessage(
                            "ENG-004: Cannot connect to the data source io.aludel.engine.TalkativeSource: no route to"
                                    + " jdbc:x://ada:****@db/school?Password=****&b=1 {user=ada, sslPassword=****}."
                                    + " Check that the database is there, and the user and password.")
                    .hasStackTraceContaining("no route")
                    .satisfies(
                            error -> assertThat(error.getCause().getMessage()).doesNotContain("hunter2"));
            assertThat(engine.toString()).isEqualTo("Engine[the data source io.aludel.engine.TalkativeSource]");
        }
    }

    @Test
    void refusesToConnectOnceClosed() {
        Engine engine = engine(TalkativeDriver.class.getName(), "jdbc:x://db/school", Map.of(), true);
        engine.close();
        engine.close();

        assertThatThrownBy(engine::connect)
                .isInstanceOf(EngineException.class)
                .hasMessage("The engine for db:5432/school is closed; make a new one.");
    }

    private static Engine engine(String driver, String url, Map<String, String> properties, boolean server) {
        UnreachableDialect dialect = new UnreachableDialect(driver);
        JdbcTarget target = new JdbcTarget(url, properties, "db:5432/school", server, false);
        return Engine.of(new TargetDriver(dialect, target), dialect, EngineSettings.DEFAULT);
    }
}
