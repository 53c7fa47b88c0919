// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli;

import io.aludel.migrate.command.ScriptedRevision;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code aludel heads}. */
@Command(name = "heads", description = "List the revisions that no other one stands on. No database is asked.")
final class HeadsCommand extends Verb {
    @Override
    public Integer call() {
        List<ScriptedRevision> heads = workplace().withMigrations(migrations -> migrations.heads());
        if (heads.isEmpty()) {
            out().println(Lines.NO_REVISIONS);
        }
        for (ScriptedRevision head : heads) {
            out().println(Lines.of(head)
                    + (head.neededBy().isEmpty() ? "" : "  needed by " + String.join(", ", head.neededBy())));
        }
        return Main.FINE;
    }
}
