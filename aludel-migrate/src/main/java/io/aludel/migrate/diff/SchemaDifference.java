// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.diff;

import io.aludel.migrate.op.Operation;
import java.util.List;

/**
 * What lies between two schemas.
 *
 * @param operations what leads from the live schema to the model, in an order that can be executed
 * @param undecided what could not be judged; it is in no operation
 * @param proposals what is dropped and added by the operations, but looks like a renaming
 */
public record SchemaDifference(List<Operation> operations, List<Undecided> undecided, List<RenameProposal> proposals) {
    public SchemaDifference {
        operations = List.copyOf(operations);
        undecided = List.copyOf(undecided);
        proposals = List.copyOf(proposals);
    }

    public SchemaDifference(List<Operation> operations, List<Undecided> undecided) {
        this(operations, undecided, List.of());
    }

    /** Nothing differs, and everything could be judged. */
    public boolean isEmpty() {
        return operations.isEmpty() && undecided.isEmpty();
    }
}
