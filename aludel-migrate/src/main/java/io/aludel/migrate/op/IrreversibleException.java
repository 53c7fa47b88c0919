// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.op;

import io.aludel.migrate.MigrationException;

/** There is no way back from a revision. */
public class IrreversibleException extends MigrationException {
    public IrreversibleException(String reason) {
        super("MIG-002", reason);
    }
}
