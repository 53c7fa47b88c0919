// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.run;

import io.aludel.migrate.MigrationException;

/** A script that was applied says something else now. */
public class EditedRevisionException extends MigrationException {
    private final String revision;

    EditedRevisionException(String place, HistoryEntry entry, String fileName) {
        super(
                "MIG-012",
                "Revision " + entry.revision() + " was applied to " + place + " on " + entry.appliedAt()
                        + ", and its script " + fileName
                        + " has been edited since: up() asks for other operations now. "
                        + "Undo the edit, and write a new revision for what is to change; nothing was done.");
        this.revision = entry.revision();
    }

    public String revision() {
        return revision;
    }
}
