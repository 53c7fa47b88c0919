// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli;

import io.aludel.migrate.run.AppliedRevision;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code aludel upgrade}. */
@Command(name = "upgrade", description = "Apply revisions that the database does not have yet.")
final class UpgradeCommand extends Verb {
    @Parameters(
            arity = "0..*",
            paramLabel = "TARGET",
            defaultValue = "head",
            description = "head (the default), heads, label@head, a number of steps (+1), or a revision.")
    private List<String> targets = new ArrayList<>();

    @Override
    public Integer call() {
        workplace().requireScripts().withMigrations(migrations -> {
            List<AppliedRevision> applied =
                    migrations.upgrade(targets, one -> out().println("Applied " + Lines.of(one)));
            if (applied.isEmpty()) {
                out().println(
                                migrations.history().isEmpty()
                                        ? Lines.NO_REVISIONS
                                        : "Nothing to apply: the database is there already.");
            }
            return applied;
        });
        return Main.FINE;
    }
}
