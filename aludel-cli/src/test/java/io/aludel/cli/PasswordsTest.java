// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A password is in no output, however it came in and whatever went wrong. */
class PasswordsTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://ada:hunter2secret@localhost:1/school",
                "postgresql://ada:hunter2secret@nohost.invalid/school",
                "postgresql://ada@nohost.invalid/school?password=hunter2secret",
                "postgresql://ada:hunter2secret@nohost.invalid:port/school",
                "postgresql://ada:hunter2secret/x@nohost.invalid/school",
                "postgresql://ada:hunter2secret@[::1/school",
                "postgresql:ada:hunter2secret@localhost/school",
                "postgresqll://ada:hunter2secret@localhost/school",
                "ada:hunter2secret@localhost/school",
                "jdbc:postgresql://localhost:1/school?user=ada&password=hunter2secret",
                "jdbc:postgresql://ada:hunter2secret@localhost:1/school",
                "jdbc:oracle:thin:ada/hunter2secret@localhost:1/school",
                "sqlite:/nowhere/school.db?password=hunter2secret"
            })
    void isInNoError(String url) {
        Project project = new Project(folder).set("ALUDEL_URL", url);

        assertThat(project.aludel("--verbose", "current")).isEqualTo(1);
        assertThat(project.aludel("current")).isEqualTo(1);
        assertThat(project.seen()).doesNotContain("hunter2").contains("$ aludel current\n");
    }

    @Test
    void isNotRepeatedWhereTheOptionWasForgotten() {
        Project project = new Project(folder);

        project.aludel("postgresql://ada:hunter2/secret@localhost/school", "current");
        project.aludel("--urll=postgresql://localhost/school?sslpassword=hunter2&a=b", "current");
        assertThat(project.seen().lines().filter(line -> !line.startsWith("$ ")))
                .contains(
                        "Unmatched argument at index 0: 'postgresql://ada:****@localhost/school'",
                        "Unknown option: '--urll=postgresql://localhost/school?sslpassword=****&a=b'")
                .noneMatch(line -> line.contains("hunter2"));
    }

    @Test
    void isInNoErrorAboutWhatStandsInFiles() {
        Project project = new Project(folder);

        project.write(
                "aludel.properties", "url = postgresql://ada:hunter2secret@localhost:1/school\nurll = hunter2secret\n");
        project.aludel("current", "--verbose");
        project.write("aludel.properties", "url = postgresql://ada:${PASSWORT}hunter2secret@localhost:1/school\n");
        project.aludel("current", "--verbose");
        assertThat(project.seen()).doesNotContain("hunter2").contains("urll", "PASSWORT");
    }

    @Test
    void isNotWrittenIntoTheFile() {
        Project project = new Project(folder);

        project.aludel("init", "--url", "postgresql://ada@localhost/school");
        assertThat(folder.resolve("aludel.properties")).content().contains("\nurl=postgresql://ada@localhost/school\n");
        assertThat(folder.resolve("aludel.properties").toFile().delete()).isTrue();
        project.seen();
        project.aludel("init", "--url", "postgresql://ada:hunter2secret@localhost/school");
        assertThat(folder.resolve("aludel.properties"))
                .content()
                .contains("\n#url=\n")
                .doesNotContain("hunter2");
        assertThat(project.seen()).endsWith("""
                Made FOLDER/aludel.properties
                The URL holds a password, so it was not written into a file that others may read: set ALUDEL_URL.
                Next: aludel revision --autogenerate -m "first tables"
                """);
    }
}
