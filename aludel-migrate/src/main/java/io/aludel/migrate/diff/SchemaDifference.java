// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.diff;

import io.aludel.migrate.op.Operation;
import java.util.List;

/**
 * What lies between two schemas.
 *
 * @param operations what leads from the live schema to the model, in an order that can be executed
 * @param undecided what could not be judged; it is in no operation
 */
public record SchemaDifference(List<Operation> operations, List<Undecided> undecided) {
    public SchemaDifference {
        operations = List.copyOf(operations);
        undecided = List.copyOf(undecided);
    }

    /** Nothing differs, and everything could be judged. */
    public boolean isEmpty() {
        return operations.isEmpty() && undecided.isEmpty();
    }
}
