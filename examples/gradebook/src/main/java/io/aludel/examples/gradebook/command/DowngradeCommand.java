// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.command;

import io.aludel.examples.gradebook.GradebookException;
import io.aludel.examples.gradebook.OneLine;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code gradebook downgrade}. */
@Command(name = "downgrade", description = "Undo the newest revision, or all of them.")
final class DowngradeCommand extends Verb {
    private static final Pattern TARGET = Pattern.compile("-[1-9][0-9]{0,8}|base|[0-9a-f]{4,12}");

    @Parameters(
            arity = "0..1",
            paramLabel = "TARGET",
            defaultValue = "-1",
            description = "-1 (the default), base for all, or the revision that is to stay.")
    private String target = "";

    @Override
    public Integer call() {
        if (!TARGET.matcher(target).matches()) {
            throw new GradebookException(OneLine.quoted(target) + " is no target: give -1 for the newest"
                    + " revision, base for all of them, or the id of the one that is to stay.");
        }
        return withGradebook(gradebook -> {
            int undone = gradebook.downgrade(target, one -> out().println("Undid " + one.id() + "  " + one.message()));
            if (undone == 0) {
                out().println("Nothing to undo.");
            }
        });
    }
}
