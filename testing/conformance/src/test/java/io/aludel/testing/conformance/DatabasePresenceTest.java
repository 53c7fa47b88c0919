// SPDX-License-Identifier: Apache-2.0
package io.aludel.testing.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.core.name.TableName;
import io.aludel.engine.Engine;
import io.aludel.engine.EngineConnection;
import io.aludel.testkit.conformance.PetWorld;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(strings = {"h2:%s/school", "h2:file:%s/school", "jdbc:h2:%s/school"})
    void aFileOfH2IsThereOnceItWasConnectedToAndNothingBesideIt(String dsn) {
        try (Engine engine = Engine.create(dsn.formatted(folder))) {
            assertThat(engine.exists()).isFalse();
            assertThat(folder).isEmptyDirectory();

            engine.connect().close();

            assertThat(engine.exists()).isTrue();
            assertThat(folder)
                    .isDirectoryContaining("glob:**/school.mv.db")
                    .isDirectoryNotContaining("glob:**.{trace,lock}*");
        }
    }

    @Test
    void whatAFileHoldsIsThereWhenItIsOpenedAgain() {
        String dsn = "h2:" + folder.resolve("a b ü") + "?user=ada&password=hunter2";
        try (Engine engine = Engine.create(dsn)) {
            engine.createAll(PetWorld.SCHEMA);
        }
        try (Engine engine = Engine.create(dsn);
                EngineConnection connection = engine.connect()) {
            assertThat(engine.dialect().introspector().hasTable(connection.catalog(), TableName.of("pet")))
                    .isTrue();
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
