// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.run;

import io.aludel.migrate.MigrationException;
import io.aludel.migrate.script.Script;
import java.util.List;

/** The database has some of the revisions that one replaces, and the scripts that would bring it through the others are gone. */
public class ReplacedRevisionException extends MigrationException {
    private final String revision;
    private final List<String> missing;

    ReplacedRevisionException(String place, Script squash, List<String> missing, List<String> lost) {
        super(
                "MIG-086",
                place + " has some of the revisions that " + squash.title() + " replaces, but not "
                        + (missing.isEmpty() ? "all of them as a whole" : String.join(", ", missing))
                        + ". Bring back the scripts of " + String.join(", ", lost)
                        + " and upgrade this database with them; they may go when every database is past them. Nothing was"
                        + " done.");
        this.revision = squash.id();
        this.missing = List.copyOf(missing);
    }

    /** The id of the one that replaces the others. */
    public String revision() {
        return revision;
    }

    /** Ids of those that the database has not. */
    public List<String> missing() {
        return missing;
    }
}
