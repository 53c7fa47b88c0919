// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli;

import io.aludel.migrate.command.BranchPoint;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code aludel branches}. */
@Command(name = "branches", description = "List the revisions that several others stand on. No database is asked.")
final class BranchesCommand extends Verb {
    @Override
    public Integer call() {
        List<BranchPoint> points = workplace().withMigrations(migrations -> migrations.branches());
        if (points.isEmpty()) {
            out().println("There are no branches.");
        }
        for (BranchPoint point : points) {
            out().println(Lines.of(point.revision()));
            point.branches().forEach(branch -> out().println("  -> " + Lines.of(branch)));
        }
        return Main.FINE;
    }
}
