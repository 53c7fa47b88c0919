// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.op;

import io.aludel.migrate.MigrationException;
import org.jspecify.annotations.Nullable;

/** An operation that does not fit the schema it is applied to. */
public class OperationException extends MigrationException {
    private final transient Operation operation;

    OperationException(Operation operation, String reason, @Nullable Throwable cause) {
        super("MIG-001", "Cannot " + operation.describe() + ": " + reason, cause);
        this.operation = operation;
    }

    /** The operation that does not fit. */
    public Operation operation() {
        return operation;
    }
}
