// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code gradebook downgrade}. */
@Command(name = "downgrade", description = "Undo the newest revision, or all of them.")
final class DowngradeCommand extends Verb {
    @Parameters(
            arity = "0..1",
            paramLabel = "TARGET",
            defaultValue = "-1",
            description = "-1 (the default), base for all, or the revision that is to stay.")
    private String target = "";

    @Override
    public Integer call() {
        return withGradebook(gradebook -> {
            int undone = gradebook.downgrade(target, one -> out().println("Undid " + one.id() + "  " + one.message()));
            if (undone == 0) {
                out().println("Nothing to undo.");
            }
        });
    }
}
