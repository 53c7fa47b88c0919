// SPDX-License-Identifier: Apache-2.0
package io.aludel.mapping.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MappingCodeTest {
    @Test
    void hasAHeadingForEachCode() throws IOException {
        assertThat(Files.readAllLines(Path.of("..", "docs", "errors.md")).stream()
                        .filter(line -> line.startsWith("### MAP-"))
                        .map(line -> line.split(" ")[1]))
                .containsExactlyElementsOf(
                        Stream.of(MappingCode.values()).map(MappingCode::code).toList());
    }
}
