// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The {@code .cmd} files, which only Windows can run, say the same as the shell scripts beside them. */
class WindowsProgramsTest {
    private static final Path BIN = Path.of("..", "..", "bin");

    @Test
    void eachProgramStartsTheSameClassOfTheSameModule() throws IOException {
        List<String> programs = programs();

        assertThat(programs).contains("aludel", "gradebook", "lecture");
        for (String program : programs) {
            String shell = Files.readString(BIN.resolve(program));
            String windows = Files.readString(BIN.resolve(program + ".cmd"));
            assertThat(found("ALUDEL_MODULE=([^\"]*)\"", windows).replace('\\', '/') + " "
                            + found("ALUDEL_MAIN=([^\"]*)\"", windows))
                    .as(program)
                    .isEqualTo(found("launch\" (.*) \"\\$@\"", shell));
        }
    }

    @Test
    void javaAndMavenAreGivenTheSame() throws IOException {
        String shell = Files.readString(BIN.resolve("launch"));
        String windows = Files.readString(BIN.resolve("launch.cmd"));

        assertThat(found("options=(.*)", windows))
                .isEqualTo(found("options=\"(.*)\"", shell) + " -Dfile.encoding=UTF-8");
        assertThat(found("mvnw.cmd (.*) 1>&2", windows))
                .isEqualTo(found(
                        "mvnw (.*?) \\|\\|", shell.replaceAll("\\\\\\n *", "").replace(") >&2", "")));
    }

    @Test
    void linesEndAsOnWindows() throws IOException {
        for (String program :
                Stream.concat(programs().stream(), Stream.of("launch")).toList()) {
            String text = Files.readString(BIN.resolve(program + ".cmd"));
            assertThat(text.replace("\r\n", ""))
                    .as(program)
                    .doesNotContain("\n")
                    .doesNotContain("\r");
        }
    }

    private static List<String> programs() throws IOException {
        try (Stream<Path> files = Files.list(BIN)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.endsWith(".cmd") && !name.equals("launch"))
                    .sorted()
                    .toList();
        }
    }

    private static String found(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(pattern + " in " + text).isTrue();
        return matcher.group(1).strip();
    }
}
