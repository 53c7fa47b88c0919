// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
    @TempDir
    private Path folder;

    private Settings settings(String file, Map<Setting, String> flags, Map<String, String> environment)
            throws IOException {
        Files.writeString(folder.resolve("aludel.properties"), file);
        return Settings.read(folder, flags, environment);
    }

    @Test
    void aFlagWinsOverTheEnvironmentThatOverTheFileThatOverTheDefault() throws IOException {
        String file = "url=from-file\nscripts=file\nscripts.package=file\n";
        Settings settings = settings(
                file,
                Map.of(Setting.URL, "from-flag"),
                Map.of("ALUDEL_URL", "from-environment", "ALUDEL_SCRIPTS", "environment"));

        assertThat(settings.text(Setting.URL)).isEqualTo("from-flag");
        assertThat(settings.text(Setting.SCRIPTS)).isEqualTo("environment");
        assertThat(settings.text(Setting.SCRIPTS_PACKAGE)).isEqualTo("file");
        assertThat(settings.text(Setting.LOCK_TIMEOUT)).isEqualTo("60");
        assertThat(settings.isGiven(Setting.LOCK_TIMEOUT)).isFalse();
    }

    @Test
    void variablesAndFilesWithSecretsAreReadIn() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "s3cret$\\1\n");
        Settings settings = settings(
                "url=postgresql://${USER_NAME}:${PASSWORD}@host/db\n",
                Map.of(),
                Map.of("USER_NAME", "ann", "PASSWORD_FILE", secret.toString()));

        assertThat(settings.require(Setting.URL)).isEqualTo("postgresql://ann:s3cret$\\1@host/db");
        Path url = Files.writeString(folder.resolve("url"), "sqlite:x.db\n");
        assertThat(settings("", Map.of(), Map.of("ALUDEL_URL_FILE", url.toString()))
                        .require(Setting.URL))
                .isEqualTo("sqlite:x.db");
    }

    @Test
    void foldersAreRelativeToTheFile() throws IOException {
        Settings settings =
                settings("scripts=db/scripts\nmodel.classpath=a, b\nmodel.packages = x.y, z\n", Map.of(), Map.of());

        assertThat(settings.path(Setting.SCRIPTS)).isEqualTo(folder.resolve("db/scripts"));
        assertThat(settings.paths(Setting.MODEL_CLASSPATH)).containsExactly(folder.resolve("a"), folder.resolve("b"));
        assertThat(settings.list(Setting.MODEL_PACKAGES)).isEqualTo(List.of("x.y", "z"));
        assertThat(settings.seconds(Setting.LOCK_TIMEOUT)).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void whatMakesNoSenseIsRefused() throws IOException {
        Path file = folder.resolve("aludel.properties");
        assertThatThrownBy(() -> settings("script=x\n", Map.of(), Map.of()))
                .hasMessage("MIG-016: There is no setting \"script\" (" + file
                        + "); there are: url, scripts, scripts.package,"
                        + " scripts.header, model.packages, model.classpath, model.sources, ledger.schema, ledger.prefix,"
                        + " schemas, include.tables, exclude.tables, lint.rows, lock.timeout, lock.wait.");
        assertThatThrownBy(() -> settings("url=${NOBODY}\n", Map.of(), Map.of()))
                .hasMessage("MIG-016: Setting \"url\" in " + file
                        + " needs the environment variable NOBODY, which is not set; nor is NOBODY_FILE.");
        assertThatThrownBy(() -> settings("", Map.of(), Map.of()).require(Setting.URL))
                .hasMessage(
                        "MIG-016: Setting \"url\" is missing. The database: sqlite:school.db, postgresql://user@host/school,"
                                + " or a JDBC URL. Give --url, set ALUDEL_URL, or write it into " + file + ".");
        assertThatThrownBy(
                        () -> settings("lock.timeout=-1\n", Map.of(), Map.of()).seconds(Setting.LOCK_TIMEOUT))
                .hasMessage("MIG-016: Setting \"lock.timeout\" is \"-1\"; it must be a number of seconds, 0 or more.");
    }

    @Test
    void theFileThatInitWritesExplainsEverySettingAndIsRead() throws IOException {
        String file = Settings.file(Map.of(Setting.URL, "sqlite:c:\\school.db"));

        assertThat(settings(file, Map.of(), Map.of()).text(Setting.URL)).isEqualTo("sqlite:c:\\school.db");
        for (Setting setting : Setting.values()) {
            assertThat(file).contains("# " + setting.doc()).contains(setting.key() + "=");
        }
    }
}
