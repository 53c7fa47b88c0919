// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.command;

import io.aludel.core.dialect.Dialect;
import io.aludel.migrate.MigrationException;
import io.aludel.migrate.diff.SchemaDifference;
import io.aludel.migrate.diff.Wording;
import io.aludel.migrate.op.Operation;
import java.util.List;
import java.util.stream.Collectors;

/** A script that may lose rows or values is not written unless somebody allows it. */
public class DestructiveChangesException extends MigrationException {
    private final transient SchemaDifference difference;

    DestructiveChangesException(String place, SchemaDifference difference, Dialect dialect) {
        super("MIG-050", message(place, difference, new Wording(dialect)));
        this.difference = difference;
    }

    private static String message(String place, SchemaDifference difference, Wording wording) {
        String losses = destructive(difference).stream()
                .map(operation -> "\n  " + wording.of(operation) + "\n      "
                        + operation.loss().orElse(""))
                .collect(Collectors.joining());
        String renamings = difference.proposals().stream()
                .map(proposal -> "\n  " + proposal + ": --rename " + proposal.renaming())
                .collect(Collectors.joining());
        return "To bring " + place + " to the model, rows or values may be lost, so no script was written:" + losses
                + (renamings.isEmpty() ? "" : "\nSay what was renamed in place of dropping it:" + renamings)
                + "\nIf it is to be lost, allow it: --allow-destructive, or allowingDestructive() in a program.";
    }

    private static List<Operation> destructive(SchemaDifference difference) {
        return difference.operations().stream().filter(Operation::isDestructive).toList();
    }

    /** Everything that differs. */
    public SchemaDifference difference() {
        return difference;
    }

    /** What may lose rows or values. */
    public List<Operation> destructive() {
        return destructive(difference);
    }
}
