// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.command;

import java.util.List;
import picocli.CommandLine.Command;

/** {@code gradebook migrate}. */
@Command(name = "migrate", description = "Make the tables, or bring them up to date.")
final class MigrateCommand extends Verb {
    @Override
    public Integer call() {
        return withGradebook(gradebook -> {
            List<String> strangers = gradebook.strangers();
            int applied = gradebook.migrate(one -> out().println("Applied " + one.id() + "  " + one.message()));
            if (!strangers.isEmpty()) {
                out().println("There are other tables in " + gradebook.place() + ", which are left alone: "
                        + String.join(", ", strangers) + ".");
            }
            printAdvice(
                    applied == 0
                            ? "Nothing to do: " + gradebook.place() + " is up to date."
                            : "The tables in " + gradebook.place() + " are up to date. Next: gradebook "
                                    + (gradebook.hasRows() ? "select 1" : "seed"));
        });
    }
}
