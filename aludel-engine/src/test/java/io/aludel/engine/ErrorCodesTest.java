// SPDX-License-Identifier: Apache-2.0
package io.aludel.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
        for (String module : List.of("aludel-core", "aludel-engine")) {
            try (Stream<Path> sources = Files.walk(Path.of("..", module, "src", "main", "java"))) {
                for (Path source : sources.filter(Files::isRegularFile).toList()) {
                    raised.addAll(found("\"(ENG-\\d+)\"", source));
                }
            }
        }

        assertThat(raised).hasSize(14);
        assertThat(found("(?m)^### (ENG-\\d+)$", Path.of("..", "docs", "errors.md")))
                .isEqualTo(raised);
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
