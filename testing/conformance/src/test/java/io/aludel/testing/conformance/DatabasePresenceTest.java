// SPDX-License-Identifier: Apache-2.0
package io.aludel.testing.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.engine.Engine;
import io.aludel.engine.EngineConnection;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether there is a database can be asked without making one. */
class DatabasePresenceTest {
    @TempDir
    private Path folder;

    @Test
    void aFileIsThereOnceItWasConnectedTo() {
        Path file = folder.resolve("new.db");
        try (Engine engine = Engine.create("sqlite:" + file)) {
            assertThat(engine.exists()).isFalse();
            assertThat(file).doesNotExist();

            try (EngineConnection connection = engine.connect()) {
                connection.execute("create table pets (id integer)");
            }
            assertThat(engine.exists()).isTrue();
        }
    }

    @Test
    void memoryAndServersAreTakenToBeThere() {
        try (Engine memory = Engine.create("sqlite::memory:");
                Engine server = Engine.create("postgresql://nobody@localhost:1/nothing")) {
            assertThat(memory.exists()).isTrue();
            assertThat(server.exists()).isTrue();
        }
    }
}
