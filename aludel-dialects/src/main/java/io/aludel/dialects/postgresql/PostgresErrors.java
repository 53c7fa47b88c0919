// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.postgresql;

import io.aludel.core.dialect.SqlError;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * What the driver's errors mean: SQLSTATEs say the kind; the constraint's name is in a field of the server's message that only the
 * driver's own class shows. It is asked for by name, as this module does not need the driver.
 */
final class PostgresErrors {
    private PostgresErrors() {}

    static SqlError classify(SQLException error) {
        SqlError meaning = SqlError.ofState(error.getSQLState());
        return switch (meaning.kind()) {
            case UNIQUE_VIOLATION, FOREIGN_KEY_VIOLATION, CHECK_VIOLATION ->
                new SqlError(meaning.kind(), constraint(error));
            case NOT_NULL_VIOLATION,
                    SERIALIZATION_FAILURE,
                    DEADLOCK,
                    LOCK_TIMEOUT,
                    CANCELLED,
                    CONNECTION_FAILURE,
                    READ_ONLY,
                    STORAGE_FULL,
                    STORAGE_FAILURE,
                    UNREADABLE,
                    OTHER -> meaning;
        };
    }

    /** What the server was doing; empty if it does not say. */
    static String where(SQLException error) {
        String where = ofServer(error, "getWhere");
        return where == null ? "" : where;
    }

    private static @Nullable String constraint(SQLException error) {
        return ofServer(error, "getConstraint");
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
