// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli;

import io.aludel.migrate.run.AppliedRevision;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code aludel downgrade}. */
@Command(name = "downgrade", description = "Undo applied revisions.")
final class DowngradeCommand extends Verb {
    @Parameters(
            paramLabel = "TARGET",
            description = "base (undo all), label@base (undo a branch), a number of steps (-1), or the revision that is"
                    + " to stay.")
    private String target = "";

    @Override
    public Integer call() {
        List<AppliedRevision> undone = workplace()
                .askMigrations(
                        migrations -> migrations.downgrade(target, one -> out().println("Undid " + Lines.of(one))));
        if (undone.isEmpty()) {
            out().println("Nothing to undo: the database is there already.");
        }
        return Main.FINE;
    }
}
