// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.command;

import picocli.CommandLine.Command;

/** {@code gradebook migrate}. */
@Command(name = "migrate", description = "Make the tables, or bring them up to date.")
final class MigrateCommand extends Verb {
    @Override
    public Integer call() {
        return withGradebook(gradebook -> {
            int applied = gradebook
                    .migrations()
                    .upgrade("head", one -> out().println("Applied " + one.id() + "  " + one.message()))
                    .size();
            out().println(
                            applied == 0
                                    ? "Nothing to do: " + gradebook.place() + " is up to date."
                                    : "The tables in " + gradebook.place() + " are up to date. Next: gradebook seed");
        });
    }
}
