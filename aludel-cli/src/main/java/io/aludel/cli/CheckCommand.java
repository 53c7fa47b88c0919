// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli;

import io.aludel.migrate.diff.SchemaDifference;
import picocli.CommandLine.Command;

/** {@code aludel check}. */
@Command(
        name = "check",
        description = "Say what differs between the model and the live database.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:nothing differs", "1:an error", "2:something differs, or cannot be told"})
final class CheckCommand extends Verb {
    @Override
    public Integer call() {
        return workplace().askEngine(engine -> {
            SchemaDifference difference = workplace().migrations(engine).check();
            if (difference.isEmpty()) {
                out().println("The model and the database do not differ.");
                return Main.FINE;
            }
            if (!difference.operations().isEmpty()) {
                out().println("To bring the database to the model:");
            }
            Lines.of(difference, engine.dialect()).forEach(out()::println);
            return Main.DIFFERENT;
        });
    }
}
