// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.h2;

import io.aludel.core.dialect.SqlError;
import io.aludel.core.dialect.SqlError.Kind;
import java.io.EOFException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the driver's errors mean: by H2's own codes (its class ErrorCode), as many of them have no SQLSTATE that others know. What a violation was of stands in
 * the message's first quotes, whatever language the message is in: see {@link H2Violation}.
 */
final class H2Errors {
    /** Between what H2 says and the statement, behind which its code stands (its sources, DbException.buildMessageForException). */
    private static final String STATEMENT = "; SQL statement:\n";

    /** Where in a statement that H2 repeats it does not go on. */
    private static final String HERE = "[*]";

    /** Characters of such a statement that are shown before and behind that place. */
    private static final int AROUND = 80;

    /** {@code [2.5.252/103]}: the code of an MVStoreException, ERROR_TRANSACTION_ILLEGAL_STATE. */
    private static final Pattern ILLEGAL_STATE = Pattern.compile("^Transaction .*\\[[^]]*/103]$");

    private H2Errors() {}

    /** What H2 says, and its code; of a statement only what is around its fault. */
    static String said(SQLException error) {
        String text = String.valueOf(error.getMessage());
        int end = text.indexOf(STATEMENT);
        int code = text.lastIndexOf(" [");
        String said = end < 0 ? text : text.substring(0, end) + (code > end ? text.substring(code) : "");
        int here = said.indexOf(HERE);
        return here < 0 ? said : around(said, here);
    }

    private static String around(String said, int here) {
        int begin = said.indexOf('"');
        int end = begin < 0 ? begin : H2Names.end(said, begin) - 1;
        if (begin > here || end < here || end > said.length()) {
            return said;
        }
        int from = here - begin > AROUND ? here - AROUND : begin + 1;
        int to = Math.min(here + HERE.length() + AROUND, end);
        return said.substring(0, begin + 1)
                + (from > begin + 1 ? "…" : "")
                + said.substring(from, to)
                + (to < end ? "…" : "")
                + said.substring(end);
    }

    static SqlError classify(SQLException error) {
        return switch (error.getErrorCode()) {
            case 23505 -> H2Violation.ofKey(firstQuoted(error));
            case 23503, 23506 -> H2Violation.ofForeignKey(firstQuoted(error));
            case 23513, 23514 -> H2Violation.ofCheck(firstQuoted(error));
            case 23502 -> H2Violation.ofColumn(firstQuoted(error));
            case 40001 -> SqlError.of(Kind.DEADLOCK);
            case 90131 -> SqlError.of(Kind.SERIALIZATION_FAILURE);
            case 50200, 90020, 90135 -> SqlError.of(Kind.LOCK_TIMEOUT);
            case 57014 -> SqlError.of(Kind.CANCELLED);
            case 28000, 90013, 90067, 90098, 90121, 90146, 90149 -> SqlError.of(Kind.CONNECTION_FAILURE);
            case 90040, 90096 -> SqlError.of(Kind.MISSING_RIGHT);
            case 90097 -> SqlError.of(Kind.READ_ONLY);
            case 90028, 90031 -> {
                IOException storage = storage(error);
                yield SqlError.of(
                        storage instanceof EOFException // shorter than the smallest database
                                ? Kind.UNREADABLE
                                : isFull(storage) ? Kind.STORAGE_FULL : Kind.STORAGE_FAILURE);
            }
            case 90030, 90048, 90049 -> SqlError.of(Kind.UNREADABLE);
            case 50000 -> {
                if (isOver(error)) {
                    yield SqlError.of(Kind.SERIALIZATION_FAILURE);
                }
                IOException storage = storage(error);
                yield SqlError.of(
                        storage == null ? Kind.OTHER : isFull(storage) ? Kind.STORAGE_FULL : Kind.STORAGE_FAILURE);
            }
            default -> SqlError.ofState(error.getSQLState());
        };
    }

    /** Whether the transaction is being rolled back by H2 itself: that its rows are told to be in such a state is a "general error", too. */
    private static boolean isOver(SQLException error) {
        return error.getCause() != null
                && ILLEGAL_STATE
                        .matcher(String.valueOf(error.getCause().getMessage()))
                        .find();
    }

    /** What lies behind a "general error", which a full disk is to H2. */
    private static @Nullable IOException storage(SQLException error) {
        Throwable cause = error.getCause();
        while (cause != null && !(cause instanceof IOException)) {
            cause = cause.getCause();
        }
        return (IOException) cause;
    }

    /** By the words of Linux and Windows, as Java has no class for it. */
    private static boolean isFull(@Nullable IOException storage) {
        String said = storage == null ? "" : String.valueOf(storage.getMessage());
        return said.contains("No space left on device") || said.contains("not enough space on the disk");
    }

    /** What stands in the message's first double quotes, in which they and backslashes are doubled; empty if there are none. */
    private static String firstQuoted(SQLException error) {
        String text = error.getMessage() == null ? "" : error.getMessage();
        int start = text.indexOf('"');
        return start < 0 ? "" : H2Names.unquoted(text, start).replace("\\\\", "\\");
    }
}
