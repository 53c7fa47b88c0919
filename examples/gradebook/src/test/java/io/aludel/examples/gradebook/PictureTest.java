// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.cli.diagram.Diagram;
import io.aludel.cli.diagram.DiagramFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The picture of the tables, which the README and the page show. */
class PictureTest {
    private static final Path FILE = Path.of("../../docs/gradebook.svg");

    @Test
    void isWhatTheCommandDrawsOfTheModelNow() throws IOException {
        String picture = DiagramFormat.SVG.write(Diagram.of(Gradebook.MODEL.schema()));

        if (System.getProperty("aludel.golden", "").equals("write")) {
            Files.writeString(FILE, picture);
        }
        assertThat(Files.readString(FILE))
                .as("docs/gradebook.svg; after a change of the model or of the pictures draw it anew: "
                        + "cd examples/gradebook && ../../bin/aludel diagram -o ../../docs/gradebook.svg")
                .isEqualTo(picture);
    }
}
