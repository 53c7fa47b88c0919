// SPDX-License-Identifier: Apache-2.0
package io.aludel.engine;

import io.aludel.core.dialect.Dialect;
import io.aludel.core.dialect.RowChange;
import io.aludel.core.dialect.SqlError;
import io.aludel.engine.EngineException.Outcome;
import java.io.IOException;
import java.net.UnknownHostException;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns what a driver throws into the exception that a program can act on. */
final class SqlErrors {
    static final String COMMIT = "commit";
    /** What follows a commit. */
    static final String END = "end a transaction";

    /** What is tried when the database may have committed already. */
    private static final Set<String> ENDS = Set.of(COMMIT, END);

    private static final String COMMIT_UNKNOWN =
            "Whether this transaction was committed is unknown: look before you try it again.";

    private static final int SHOWN_SQL = 500;

    /** More are no batches within batches, but a circle. */
    private static final int DEEPEST_BATCH = 5;

    private final Dialect dialect;
    private final Secrets secrets;
    private final String place;
    private final Circumstances circumstances;

    SqlErrors(Dialect dialect, Secrets secrets, String place, Circumstances circumstances) {
        this.dialect = dialect;
        this.secrets = secrets;
        this.place = place;
        this.circumstances = circumstances;
    }

    /** Those of one connection. */
    SqlErrors on(Circumstances circumstances) {
        return new SqlErrors(dialect, secrets, place, circumstances);
    }

    /** The exception for a statement that failed. */
    EngineException of(String sql, SQLException thrown) {
        return ofChange(sql, null, thrown);
    }

    /**
     * As {@link #of(String, SQLException)}.
     *
     * @param change what the statement does; null where nobody knows
     */
    EngineException ofChange(String sql, @Nullable RowChange change, SQLException thrown) {
        return of("execute a statement", sql, change, thrown);
    }

    /**
     * The exception for anything that failed.
     *
     * @param attempted what was tried, as in "Cannot …"
     */
    EngineException of(String attempted, @Nullable String sql, SQLException thrown) {
        return of(attempted, sql, null, thrown);
    }

    EngineException of(String attempted, @Nullable String sql, @Nullable RowChange change, SQLException thrown) {
        SQLException error = secrets.scrub(thrown);
        SQLException telling = telling(error);
        SqlError meaning =
                new Violations(circumstances.schema(), dialect).complete(dialect.classify(telling(thrown)), change);
        EngineException exception = exception(attempted, sql, error, telling, meaning);
        circumstances.failed(meaning.kind(), exception);
        return exception;
    }

    private EngineException exception(
            String attempted, @Nullable String sql, SQLException error, SQLException telling, SqlError meaning) {
        String failed = "Cannot " + attempted + " on " + place + ": ";
        String message = failed + sentence(dialect.said(telling)) + advice(meaning.kind(), telling) + shown(sql);
        return switch (meaning.kind()) {
            case UNIQUE_VIOLATION, FOREIGN_KEY_VIOLATION, CHECK_VIOLATION, NOT_NULL_VIOLATION ->
                ConstraintViolationException.of(
                        failed + Violations.described(meaning) + shown(sql), sql, error, meaning);
            case SERIALIZATION_FAILURE, DEADLOCK ->
                new TransactionConflictException(
                        message + " Roll back and try the transaction again.", sql, error, meaning.kind());
            case LOCK_TIMEOUT ->
                new LockTimeoutException(
                        "ENG-009",
                        failed
                                + "another transaction writes there, or holds a lock, for longer than this one waits. Wait until that"
                                + " has ended, or end it; then try again. The database says: " + firstLine(telling),
                        sql,
                        error);
            case CANCELLED ->
                circumstances.late()
                        ? late(circumstances.timeouts(), sql, error)
                        : new StatementCancelledException(message, sql, error);
            case CONNECTION_FAILURE -> lost(attempted, sql, telling, error);
            case READ_ONLY ->
                circumstances.readOnly()
                        ? onlyReading(sql, " The database says: " + firstLine(telling), error)
                        : new EngineException(
                                "ENG-007",
                                failed
                                        + "it can only be read. Nothing of this transaction was written. Let this program write"
                                        + " there (to a file's folder, too), or use another database. The database says: "
                                        + firstLine(telling),
                                Outcome.NOTHING_WRITTEN,
                                sql,
                                error);
            case STORAGE_FULL ->
                new EngineException(
                        "ENG-008",
                        failed
                                + "there is no room left: the disk is full, or the database has the size that it may have."
                                + " Nothing of this transaction will be written: it has to be rolled back. Make room, and"
                                + " try it again. The database says: " + firstLine(telling),
                        Outcome.NOTHING_WRITTEN,
                        sql,
                        error);
            case STORAGE_FAILURE -> {
                boolean unknown = ENDS.contains(attempted);
                yield new EngineException(
                        "ENG-011",
                        failed
                                + "its disk could not be read or written: a limit on the size of files or a quota, a drive that"
                                + " has gone, or a broken one. "
                                + (unknown
                                        ? COMMIT_UNKNOWN
                                        : "Nothing of this transaction will be written: it has to be rolled back.")
                                + " The database says: " + firstLine(telling),
                        unknown ? Outcome.UNKNOWN : Outcome.NOTHING_WRITTEN,
                        sql,
                        error);
            }
            case UNREADABLE ->
                new EngineException(
                        "ENG-010",
                        failed + "what is there is no database of this kind, or a damaged one. It is left as it is; use"
                                + " another one, or restore a backup. The database says: " + firstLine(telling),
                        sql,
                        error);
            case MISSING_RIGHT, OTHER -> new EngineException(message, sql, error);
        };
    }

    /** The exception for what comes in a transaction, or is to commit it, that an earlier error has ended. */
    EngineException over(EngineException end) {
        return new EngineException(
                "ENG-012",
                "The transaction on " + place
                        + " is over: the database has ended it with an earlier error. Nothing of it was"
                        + " written. Roll it back. The error was: " + end.getMessage(),
                end.outcome() == Outcome.UNKNOWN ? Outcome.UNKNOWN : Outcome.NOTHING_WRITTEN,
                null,
                end);
    }

    /**
     * The exception for what comes when the time of its transaction is up.
     *
     * @param sql the statement that is not begun; null for a commit
     */
    StatementTimeoutException late(Timeouts timeouts, @Nullable String sql) {
        return new StatementTimeoutException(
                "The transaction on " + place + " has taken longer than "
                        + timeouts.transaction().toMillis()
                        + " ms, "
                        + (sql == null
                                ? "and is not committed. Nothing of it was written."
                                : "and this statement was not begun.")
                        + " Give it more time, or do less in it." + (sql == null ? "" : " SQL: " + shortened(sql)),
                sql == null ? Outcome.NOTHING_WRITTEN : Outcome.UNSAID,
                sql,
                null);
    }

    private StatementTimeoutException late(Timeouts timeouts, @Nullable String sql, SQLException error) {
        return new StatementTimeoutException(
                "A statement on " + place + " was cancelled, as it took longer than its transaction allows ("
                        + limits(timeouts) + "). Give it more time, or let it do less."
                        + (sql == null ? "" : " SQL: " + shortened(sql)),
                Outcome.UNSAID,
                sql,
                error);
    }

    private static String limits(Timeouts timeouts) {
        List<String> limits = new ArrayList<>();
        if (!timeouts.statement().isZero()) {
            limits.add(timeouts.statement().toMillis() + " ms for a statement");
        }
        if (!timeouts.transaction().isZero()) {
            limits.add(timeouts.transaction().toMillis() + " ms for all");
        }
        return String.join(", ", limits);
    }

    /** The exception for a statement that would write in a transaction that only reads. */
    EngineException onlyReading(String sql) {
        return onlyReading(sql, "", null);
    }

    private EngineException onlyReading(@Nullable String sql, String said, @Nullable SQLException error) {
        return new EngineException(
                "ENG-007",
                "Cannot execute a statement on " + place
                        + ": its transaction was begun to read only. Nothing of it was written."
                        + " Begin one that writes." + said,
                Outcome.NOTHING_WRITTEN,
                sql,
                error);
    }

    /** What was the end of a transaction, or one by itself, may have arrived although its answer did not; nothing else outlives its connection. */
    private ConnectionFailureException lost(
            String attempted, @Nullable String sql, SQLException telling, SQLException error) {
        boolean alone = sql != null && !circumstances.inTransaction();
        boolean unknown = alone || ENDS.contains(attempted);
        String outcome = alone
                ? "Whether this statement was executed is unknown: if it writes, look before you try it again."
                : unknown
                        ? COMMIT_UNKNOWN
                        : "Nothing of this transaction was written. See that the database is up, and try it again.";
        return new ConnectionFailureException(
                "ENG-006",
                "The connection to " + place + " was lost. " + outcome + " What was said: " + firstLine(telling),
                unknown ? Outcome.UNKNOWN : Outcome.NOTHING_WRITTEN,
                sql,
                error);
    }

    /** What to do, where the database only says what is wrong. */
    private static String advice(SqlError.Kind kind, SQLException error) {
        if (kind == SqlError.Kind.MISSING_RIGHT) {
            return " Have the owner grant it to the user of this connection, or connect as another user.";
        }
        return "22P05".equals(error.getSQLState())
                ? " The encoding of this database lacks that character: use a database in UTF8."
                : "";
    }

    private static String shown(@Nullable String sql) {
        return sql == null ? "" : " SQL: " + shortened(sql);
    }

    private String firstLine(SQLException error) {
        return sentence(dialect.said(error).lines().findFirst().orElse(""));
    }

    static String shortened(String sql) {
        String line = sql.strip().replaceAll("\\s*\\R\\s*", " ");
        return line.length() <= SHOWN_SQL
                ? line
                : line.substring(0, SHOWN_SQL) + "… (" + (line.length() - SHOWN_SQL) + " more characters)";
    }

    /** What the driver says of a connection that did not come about; an unknown host, and their own troubles, they leave to the cause. */
    static String saidOfConnecting(@Nullable Dialect dialect, SQLException error) {
        String said = dialect == null ? said(error) : sentence(dialect.said(error));
        Throwable cause = error.getCause();
        if (cause instanceof UnknownHostException) {
            return said.substring(0, said.length() - 1) + " (unknown host " + cause.getMessage() + ").";
        }
        boolean told = cause == null
                || cause.getMessage() == null
                || cause instanceof SQLException
                || cause instanceof IOException;
        return told || cause instanceof RuntimeException
                ? said
                : said.substring(0, said.length() - 1) + " (" + cause.getMessage() + ").";
    }

    /** What the driver says, ending in a full stop. */
    static String said(SQLException error) {
        String text = error.getMessage() == null
                ? error.getClass().getSimpleName()
                : error.getMessage().strip();
        return sentence(text);
    }

    private static String sentence(String text) {
        return text.endsWith(".") ? text : text + ".";
    }

    /**
     * A batch's exception repeats the statement with its values; what happened is in the next one or, of a lost connection on MariaDB, in its cause,
     * which is a batch's again.
     */
    private static SQLException telling(SQLException error) {
        SQLException telling = error;
        for (int depth = 0; telling instanceof BatchUpdateException && depth < DEEPEST_BATCH; depth++) {
            if (telling.getNextException() != null) {
                telling = telling.getNextException();
            } else if (telling.getCause() instanceof SQLException cause) {
                telling = cause;
            }
        }
        return telling;
    }
}
