// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.command;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;

/** Whether somebody watches standard error. */
final class Terminal {
    /** On Linux: where standard error leads. */
    private static final Path STANDARD_ERROR = Path.of("/proc/self/fd/2");

    private Terminal() {}

    /** Whether standard error is a terminal on which a line can be written over. */
    static boolean isThere(Map<String, String> environment) {
        return !"dumb".equals(environment.get("TERM")) && (isLinux() ? leadsToTerminal() : System.console() != null);
    }

    /** How many columns the terminal of standard error has, where there is one that tells. */
    static OptionalInt columns() {
        File device = STANDARD_ERROR.toFile();
        try {
            Process size = new ProcessBuilder("stty", "size")
                    .redirectInput(device)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String[] rowsAndColumns =
                    new String(size.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).split("\\s+");
            int columns = rowsAndColumns.length < 2 ? 0 : Integer.parseInt(rowsAndColumns[1]);
            return columns == 0 ? OptionalInt.empty() : OptionalInt.of(columns);
        } catch (IOException | NumberFormatException e) {
            return OptionalInt.empty(); // no such program, or no such device: it is not Linux
        }
    }

    private static boolean isLinux() {
        return Files.isSymbolicLink(STANDARD_ERROR);
    }

    private static boolean leadsToTerminal() {
        try {
            String device = Files.readSymbolicLink(STANDARD_ERROR).toString();
            return device.startsWith("/dev/pts/") || device.startsWith("/dev/tty") || device.equals("/dev/console");
        } catch (IOException e) {
            return false;
        }
    }
}
