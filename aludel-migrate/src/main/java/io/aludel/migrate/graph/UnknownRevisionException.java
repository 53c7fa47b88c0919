// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.graph;

import io.aludel.migrate.MigrationException;

/** A revision was asked for that there is not, or that cannot be told from others. */
public class UnknownRevisionException extends MigrationException {
    private final String requested;

    UnknownRevisionException(String requested, String message) {
        super("MIG-010", message);
        this.requested = requested;
    }

    /** What was asked for, as it was written. */
    public String requested() {
        return requested;
    }
}
