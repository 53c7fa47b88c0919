// SPDX-License-Identifier: Apache-2.0
package io.aludel.testing.conformance;

import static io.aludel.testing.databases.TestDatabase.MARIADB;
import static io.aludel.testing.databases.TestDatabase.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.engine.ConnectionFailureException;
import io.aludel.engine.Engine;
import io.aludel.engine.EngineConnection;
import io.aludel.engine.EngineSettings;
import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.OnEveryDatabase;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Connections to a server, of which there are so many. */
@OnEveryDatabase({POSTGRESQL, MARIADB})
@Timeout(60)
class PoolTest {
    private final Engine engine;

    PoolTest(FreshDatabase database) {
        engine = Engine.create(
                database.dsn(), EngineSettings.DEFAULT.withPoolSize(1).withConnectTimeout(Duration.ofMillis(300)));
    }

    @Test
    void saysWhoHasAllConnectionsAndNothingOfPasswords() {
        try (engine) {
            try (EngineConnection only = engine.connect()) {
                assertThat(only.isClosed()).isFalse();
                assertThatThrownBy(engine::connect)
                        .isInstanceOf(ConnectionFailureException.class)
                        .hasMessage("ENG-004: Cannot connect to " + engine.description()
                                + ": all 1 connections of the pool were in use for 0.3 s; close connections earlier, or"
                                + " raise EngineSettings.poolSize.");
            }
            engine.connect().close();
        }
    }

    @Test
    void saysThatTheThreadWasInterrupted() {
        try (engine) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(engine::connect)
                    .isInstanceOf(ConnectionFailureException.class)
                    .hasMessage("ENG-004: Cannot connect to " + engine.description()
                            + ": the thread was interrupted while it waited.");
            assertThat(Thread.interrupted()).isTrue();
            engine.connect().close();
        } finally {
            Thread.interrupted(); // the next test's thread is this one
        }
    }
}
