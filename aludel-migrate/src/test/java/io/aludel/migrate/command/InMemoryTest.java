// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.engine.Engine;
import io.aludel.migrate.PetWorld;
import io.aludel.migrate.script.ScriptFolder;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InMemoryTest {
    @TempDir
    private Path folder;

    @Test
    void aDatabaseInMemoryIsMigratedToo() {
        try (Engine engine = Engine.create("sqlite::memory:")) {
            Migrations migrations = Migrations.of(engine, PetWorld::schema, new ScriptFolder(folder, List.of()));
            migrations.autogenerate("creates all", new ScriptPlace(folder, "", ""));

            assertThat(migrations.upgrade("head")).hasSize(1);
            assertThat(migrations.check().isEmpty()).isTrue();
            assertThat(migrations.downgrade("base")).hasSize(1);
        }
    }
}
