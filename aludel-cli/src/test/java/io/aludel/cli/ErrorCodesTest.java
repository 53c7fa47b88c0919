// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ErrorCodesTest {
    @Test
    void everyCodeIsAHeadingOfTheErrorsPage() throws IOException {
        SortedSet<String> raised = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source : sources.filter(Files::isRegularFile).toList()) {
                raised.addAll(found("\"(CLI-\\d+)\"", source));
            }
        }

        assertThat(raised).hasSizeGreaterThan(4);
        assertThat(found("(?m)^### (CLI-\\d+)$", Path.of("../docs/errors.md"))).isEqualTo(raised);
    }

    private static SortedSet<String> found(String pattern, Path file) throws IOException {
        SortedSet<String> found = new TreeSet<>();
        Matcher matcher = Pattern.compile(pattern).matcher(Files.readString(file));
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }
}
