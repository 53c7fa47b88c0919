// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.op;

import io.aludel.migrate.MigrationException;

/** There is no way back from a revision. */
public class IrreversibleException extends MigrationException {
    private final String reason;

    public IrreversibleException(String reason) {
        super("MIG-002", reason);
        this.reason = reason;
    }

    /** The same, saying which revision it is and that nothing was done. */
    public IrreversibleException(String revision, String way, IrreversibleException cause) {
        super(
                "MIG-002",
                "Revision " + revision + " cannot go " + way + ": " + cause.reason + " Nothing was done.",
                cause);
        this.reason = cause.reason;
    }

    /** What the script says about it. */
    public String reason() {
        return reason;
    }
}
