// SPDX-License-Identifier: Apache-2.0
package io.aludel.testing.conformance;

import static io.aludel.testing.databases.TestDatabase.POSTGRESQL;
import static io.aludel.testkit.conformance.PetWorld.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.core.type.ValueType;
import io.aludel.engine.ConnectionFailureException;
import io.aludel.engine.Engine;
import io.aludel.engine.EngineConnection;
import io.aludel.engine.EngineException;
import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.OnEveryDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The log of these tests is at DEBUG, that of the pool included. */
class SecretsInLogsTest {
    private static final Path LOG = Path.of("target", "conformance.log");

    @OnEveryDatabase(POSTGRESQL)
    void logsNoPassword(FreshDatabase database) throws IOException {
        String withPassword = database.dsn().replace("postgres@", "postgres:hunter%2F2@");
        try (Engine engine = Engine.create(withPassword);
                EngineConnection connection = engine.connect()) {
            connection.execute("select 1");
        }
        String asUrl = database.jdbcUrl() + (database.jdbcUrl().contains("?") ? "&" : "?") + "password=hunter%2F2";
        try (Engine engine = Engine.create(asUrl);
                EngineConnection connection = engine.connect()) {
            connection.execute("select 2");
            assertThat(engine.toString() + connection).doesNotContain("hunter");
        }
        try (Engine engine = Engine.create(withPassword.replace(database.name(), "no_such_database"))) {
            assertThatThrownBy(engine::connect)
                    .isInstanceOf(ConnectionFailureException.class)
                    .hasMessageNotContaining("hunter");
        }

        assertThat(Files.readString(LOG))
                .contains("select 1", "select 2", "aludel ")
                .doesNotContain("hunter");
    }

    /** The server repeats a value that it cannot read; this one happens to be the password. */
    @OnEveryDatabase(POSTGRESQL)
    void showsNoPasswordInWhatTheServerSaysOfAStatement(FreshDatabase database) {
        try (Engine engine = Engine.create(database.dsn().replace("postgres@", "postgres:sesame7x@"));
                EngineConnection connection = engine.connect()) {
            assertThatThrownBy(() -> connection.update(sql("select cast(? as integer)", ValueType.STRING), "sesame7x"))
                    .isInstanceOf(EngineException.class)
                    .hasMessageContaining("\"****\"")
                    .hasMessageNotContaining("sesame")
                    .satisfies(
                            error -> assertThat(error.getCause().getMessage()).doesNotContain("sesame"));
        }
    }
}
