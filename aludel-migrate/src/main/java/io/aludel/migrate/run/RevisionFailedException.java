// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.run;

import io.aludel.engine.EngineException;
import io.aludel.migrate.MigrationException;
import io.aludel.migrate.op.Recorded;
import io.aludel.migrate.script.Script;
import org.jspecify.annotations.Nullable;

/**
 * A revision could not be executed. What it had begun is undone, unless the database takes no DDL back or the commit was lost on the way, which
 * the message says; revisions before it stay as they are.
 */
public class RevisionFailedException extends MigrationException {
    private final String revision;

    /** @param lasting the database's name if what the revision had begun may remain; null if nothing does */
    RevisionFailedException(
            Script script, String way, @Nullable Recorded at, @Nullable String lasting, RuntimeException cause) {
        super(
                "MIG-014",
                "Revision " + script.title() + " could not go " + way + where(at) + ": " + cause.getMessage() + " "
                        + (lasting == null
                                ? remains(cause)
                                : "What stands before that in this revision may have been done, as " + lasting
                                        + " takes no change of the schema back; it is not in the history. Compare with"
                                        + " `aludel check`, put the schema right by hand, then try again."),
                cause);
        this.revision = script.id();
    }

    /** What the cause has said already is not said again. */
    private static String remains(RuntimeException cause) {
        EngineException.Outcome outcome =
                cause instanceof EngineException failure ? failure.outcome() : EngineException.Outcome.UNSAID;
        return switch (outcome) {
            case UNSAID -> "Nothing of this revision remains; those before it do.";
            case NOTHING_WRITTEN -> "Revisions before it remain.";
            case UNKNOWN -> "Revisions before it remain; \"aludel current\" tells whether this one does.";
        };
    }

    private static String where(@Nullable Recorded at) {
        if (at == null) {
            return "";
        }
        return ", at \"" + at.operation().describe() + "\"" + (at.place().isEmpty() ? "" : " (" + at.place() + ")");
    }

    /** The id of the revision that failed. */
    public String revision() {
        return revision;
    }
}
