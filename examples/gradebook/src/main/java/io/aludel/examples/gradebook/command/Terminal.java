// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Whether somebody watches standard error. */
final class Terminal {
    /** On Linux: where standard error leads. */
    private static final Path STANDARD_ERROR = Path.of("/proc/self/fd/2");

    private Terminal() {}

    /** Whether standard error is a terminal on which a line can be written over. */
    static boolean isThere(Map<String, String> environment) {
        return !"dumb".equals(environment.get("TERM")) && (isLinux() ? leadsToTerminal() : System.console() != null);
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
