// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.command;

import io.aludel.migrate.MigrationException;
import java.util.List;

/** A program was started on a database that is not where its scripts are. */
public class NotUpToDateException extends MigrationException {
    private final List<String> pending;

    NotUpToDateException(String place, List<String> faults, List<String> pending) {
        super("MIG-085", place + " is not up to date: " + String.join("; ", faults) + ". Nothing was done.");
        this.pending = List.copyOf(pending);
    }

    /** Ids of what is to be applied, in order; empty where something else is wrong. */
    public List<String> pending() {
        return pending;
    }
}
