// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.migrate.setting.Setting;
import io.aludel.migrate.setting.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InitialisationTest {
    @TempDir
    private Path folder;

    @Test
    void writesTheSettingsFileAndTheFolderOnce() throws IOException {
        Map<Setting, String> given = Map.of(Setting.URL, "sqlite:school.db", Setting.SCRIPTS, "db/scripts");

        assertThat(Initialisation.in(folder, given).created())
                .containsExactly(folder.resolve("aludel.properties"), folder.resolve("db/scripts"));
        assertThat(folder.resolve("db/scripts")).isDirectory();
        assertThat(Settings.read(folder, Map.of(), Map.of()).text(Setting.URL)).isEqualTo("sqlite:school.db");

        Files.writeString(folder.resolve("aludel.properties"), "url=sqlite:mine.db\n");
        assertThat(Initialisation.in(folder, given).created()).isEmpty();
        assertThat(Settings.read(folder, Map.of(), Map.of()).text(Setting.URL)).isEqualTo("sqlite:mine.db");
    }
}
