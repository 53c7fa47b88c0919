// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whether a comparison does without a database, and what for. */
final class OfflineOptions {
    @Option(names = "--offline", description = "Compare with what the scripts lead to; no database is asked.")
    private boolean offline;

    @Option(
            names = "--dialect",
            paramLabel = "NAME",
            description = "With --offline, the kind of database: postgresql. That of the URL where it is not given.")
    private @Nullable String dialect;

    boolean isOffline() {
        if (!offline && dialect != null) {
            throw new CommandException(
                    "CLI-040",
                    "--dialect says what kind of database is taken for granted with --offline. Add that, or leave it out.");
        }
        return offline;
    }

    @Nullable
    String dialect() {
        return dialect;
    }
}
