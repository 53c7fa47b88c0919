// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** {@code aludel sql >file} must not end well with half a file. */
class StandardOutputTest {
    @Test
    void thatCannotBeWrittenIsAnError() {
        assertThat(ended("No space left on device"))
                .isEqualTo("1: Cannot write the output: No space left on device. What the command did is done; what it"
                        + " printed is incomplete." + System.lineSeparator());
    }

    @Test
    void whoseReaderIsGoneIsNone() {
        assertThat(ended("Broken pipe")).isEqualTo("0: ");
    }

    private static String ended(String problem) {
        OutputStream device = new OutputStream() {
            @Override
            public void write(int oneByte) throws IOException {
                throw new IOException(problem);
            }
        };
        StandardOutput output = new StandardOutput(device);
        PrintWriter out = new PrintWriter(new PrintStream(output, true, StandardCharsets.UTF_8), true);
        StringWriter err = new StringWriter();
        int code = Main.run(Path.of(""), Map.of(), out, new PrintWriter(err, true), "--help");
        out.flush();
        return output.exitCode(code, new PrintWriter(err, true)) + ": " + err;
    }
}
