// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.run;

import io.aludel.migrate.MigrationException;
import java.util.List;

/** The database has revisions that the scripts do not know. */
public class UnknownAppliedRevisionException extends MigrationException {
    private final String place;
    private final List<String> revisions;

    UnknownAppliedRevisionException(String place, List<HistoryEntry> entries) {
        super(
                "MIG-011",
                place + " has " + (entries.size() == 1 ? "a revision" : entries.size() + " revisions")
                        + " that the scripts do not know: "
                        + String.join(
                                ", ",
                                entries.stream()
                                        .map(entry -> entry.revision() + " (\"" + entry.message() + "\", applied "
                                                + entry.appliedAt() + " by " + entry.appliedBy() + ")")
                                        .toList())
                        + ". Bring the missing scripts here, from another branch perhaps; nothing was done.");
        this.place = place;
        this.revisions = entries.stream().map(HistoryEntry::revision).toList();
    }

    /** The database, for people. */
    public String place() {
        return place;
    }

    /** Their ids, in the order in which they were applied. */
    public List<String> revisions() {
        return revisions;
    }
}
