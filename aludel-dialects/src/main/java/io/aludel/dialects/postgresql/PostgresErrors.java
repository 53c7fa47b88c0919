// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.postgresql;

import io.aludel.core.dialect.SqlError;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the driver's errors mean: SQLSTATEs say the kind; the names of constraint, table and column are in fields of the server's message that only the
 * driver's own class shows. They are asked for by name, as this module does not need the driver.
 */
final class PostgresErrors {
    private static final Pattern DENIED =
            Pattern.compile("permission denied for (schema|database|table|relation|view|sequence) (\\S+)");

    private static final Pattern OWNER = Pattern.compile("must be owner of (table|sequence|view|schema|type) (\\S+)");

    private PostgresErrors() {}

    static SqlError classify(SQLException error) {
        SqlError meaning = SqlError.ofState(error.getSQLState());
        return switch (meaning.kind()) {
            case UNIQUE_VIOLATION, FOREIGN_KEY_VIOLATION, CHECK_VIOLATION, NOT_NULL_VIOLATION ->
                violation(meaning, error);
            case SERIALIZATION_FAILURE,
                    DEADLOCK,
                    LOCK_TIMEOUT,
                    CANCELLED,
                    CONNECTION_FAILURE,
                    MISSING_RIGHT,
                    READ_ONLY,
                    STORAGE_FULL,
                    STORAGE_FAILURE,
                    UNREADABLE,
                    OTHER -> meaning;
        };
    }

    /** The server names the column only of what is not null; from 18 on, that has a constraint's name too. */
    private static SqlError violation(SqlError meaning, SQLException error) {
        String column = ofServer(error, "getColumn");
        return new SqlError(
                meaning.kind(),
                ofServer(error, "getConstraint"),
                ofServer(error, "getTable"),
                column == null ? List.of() : List.of(column));
    }

    /**
     * What gives the right that is missing; a server that speaks another language than English keeps it to itself.
     *
     * @param user as it is written in a statement
     */
    static Optional<String> grant(String said, String user) {
        Matcher denied = DENIED.matcher(said);
        if (denied.find()) {
            String object = denied.group(1) + " " + denied.group(2);
            return Optional.of(
                    switch (denied.group(1)) {
                        case "schema" -> "grant usage, create on " + object + " to " + user;
                        case "database" -> "grant create on " + object + " to " + user;
                        case "sequence" -> "grant usage, select, update on " + object + " to " + user;
                        default -> "grant select, insert, update, delete on table " + denied.group(2) + " to " + user;
                    });
        }
        Matcher owner = OWNER.matcher(said);
        return owner.find()
                ? Optional.of("alter " + owner.group(1) + " " + owner.group(2) + " owner to " + user)
                : Optional.empty();
    }

    /** What the server was doing; empty if it does not say. */
    static String where(SQLException error) {
        String where = ofServer(error, "getWhere");
        return where == null ? "" : where;
    }

    private static @Nullable String ofServer(SQLException error, String field) {
        try {
            Object message = error.getClass().getMethod("getServerErrorMessage").invoke(error);
            return message == null
                    ? null
                    : (String) message.getClass().getMethod(field).invoke(message);
        } catch (ReflectiveOperationException anotherDriver) {
            return null;
        }
    }
}
