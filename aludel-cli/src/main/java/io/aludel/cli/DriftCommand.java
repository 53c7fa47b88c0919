// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli;

import io.aludel.migrate.diff.SchemaDifference;
import picocli.CommandLine.Command;

/** {@code aludel drift}. */
@Command(
        name = "drift",
        description = "Say what was changed in the live database past the revisions that it has.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:nothing differs", "1:an error", "2:something differs, or cannot be told"})
final class DriftCommand extends Verb {
    @Override
    public Integer call() {
        return workplace().requireScripts().askEngine(engine -> {
            SchemaDifference difference = workplace().migrations(engine).drift();
            if (difference.isEmpty()) {
                out().println("The database is as its revisions made it.");
                return Main.FINE;
            }
            if (!difference.operations().isEmpty()) {
                out().println("To bring the database back to its revisions:");
            }
            Lines.of(difference, engine.dialect()).forEach(out()::println);
            return Main.DIFFERENT;
        });
    }
}
