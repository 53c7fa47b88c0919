// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which package uses which: there are no circles, and who reads them in this order never has to look ahead. */
class PackagesTest {
    private static final String ROOT = "";
    private static final List<String> ORDER =
            List.of("model", "answer", "migration", ROOT, "question", "edit", "report.chart", "report", "command");

    private static final Path SOURCES = Path.of("src/main/java/io/aludel/examples/gradebook");
    private static final Pattern IMPORT =
            Pattern.compile("(?m)^import (?:static )?io\\.aludel\\.examples\\.gradebook\\.((?:[a-z]+\\.)*)[A-Z]");

    @Test
    void eachUsesOnlyThoseBeforeIt() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            List<Path> sources =
                    files.filter(file -> file.toString().endsWith(".java")).toList();
            assertThat(sources).hasSizeGreaterThan(80);
            for (Path source : sources) {
                String own = SOURCES.relativize(source.getParent())
                        .toString()
                        .replace('\\', '/')
                        .replace('/', '.');
                assertThat(ORDER).contains(own);
                assertThat(ORDER.subList(0, ORDER.indexOf(own) + 1))
                        .as(source.toString())
                        .containsAll(used(source));
            }
        }
    }

    private static List<String> used(Path source) throws IOException {
        return IMPORT.matcher(Files.readString(source))
                .results()
                .map(found -> found.group(1).replaceFirst("\\.$", ""))
                .toList();
    }
}
