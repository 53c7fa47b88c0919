// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.command;

import io.aludel.migrate.MigrationException;
import java.util.List;

/** A difference can only become a revision on top of all others. */
public class NotAtHeadException extends MigrationException {
    private final List<String> pending;

    NotAtHeadException(String place, List<String> pending) {
        super(
                "MIG-017",
                place + " is not at the newest revision: " + String.join(", ", pending)
                        + (pending.size() == 1 ? " is" : " are")
                        + " to be applied yet, so what differs from the model is partly theirs. Upgrade first, then ask again.");
        this.pending = List.copyOf(pending);
    }

    /** Ids of what is to be applied, in order. */
    public List<String> pending() {
        return pending;
    }
}
