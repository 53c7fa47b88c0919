// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.run;

import io.aludel.core.dialect.CatalogRow;
import io.aludel.core.dialect.Dialect;
import io.aludel.core.dialect.SqlError;
import io.aludel.engine.EngineException;
import io.aludel.engine.LockTimeoutException;
import io.aludel.migrate.MigrationException;
import io.aludel.migrate.op.Recorded;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A revision could not be executed. What it had begun is undone, or stands in the ledger so that the next run goes on from there, which the
 * message says; revisions before it stay as they are.
 */
public class RevisionFailedException extends MigrationException {
    private final String revision;

    private RevisionFailedException(RevisionRun run, @Nullable Recorded at, String remains, RuntimeException cause) {
        super(
                "MIG-014",
                "Revision " + run.script().title() + " could not go "
                        + run.way().text() + where(at) + ": " + cause.getMessage() + held(run, at, cause)
                        + grant(run, cause) + " "
                        + remains,
                cause);
        this.revision = run.script().id();
    }

    /** Nothing of it remains, unless the commit was lost on the way. */
    static RevisionFailedException undone(RevisionRun run, @Nullable Recorded at, RuntimeException cause) {
        return new RevisionFailedException(run, at, remains(cause), cause);
    }

    /** @param done how many of its statements are done */
    static RevisionFailedException halfWay(RevisionRun run, @Nullable Recorded at, int done, RuntimeException cause) {
        return new RevisionFailedException(
                run,
                at,
                (done == 1 ? "1 statement of it is done and stands" : done + " statements of it are done and stand")
                        + " in the ledger. Mend what is wrong, then `aludel "
                        + run.way().command() + "` goes on from there; or see `aludel repair`.",
                cause);
    }

    /** Who was in the way, if the database gave up waiting. */
    private static String held(RevisionRun run, @Nullable Recorded at, RuntimeException cause) {
        if (!(cause instanceof LockTimeoutException) || at == null) {
            return "";
        }
        List<String> holders = Patience.holders(run.connection(), at.operation());
        return (holders.isEmpty() ? "" : " In the way: " + String.join("; ", holders) + ".")
                + " More patience: lock.wait.";
    }

    /** The statement that gives the right that was missing. */
    private static String grant(RevisionRun run, RuntimeException cause) {
        Dialect dialect = run.connection().dialect();
        if (!(cause.getCause() instanceof SQLException error)
                || dialect.classify(error).kind() != SqlError.Kind.MISSING_RIGHT) {
            return "";
        }
        try {
            CatalogRow row =
                    run.connection().catalog().query("select current_user as u").get(0);
            String user = row.text(row.values().keySet().iterator().next());
            return dialect.grant(error, user)
                    .map(statement -> " The statement for it: " + statement + ".")
                    .orElse("");
        } catch (EngineException e) {
            return "";
        }
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
