// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.h2;

import io.aludel.core.dialect.Identifiers;
import io.aludel.core.dialect.SqlError;
import io.aludel.core.dialect.SqlError.Kind;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * What the driver's errors mean: by H2's own codes (its class ErrorCode), as many of them have no SQLSTATE that others know. A constraint's name is
 * the first in the message's first quotes: {@code "school.uq_grades INDEX …"}, {@code "fk_grades: school.grades FOREIGN KEY…"}.
 */
final class H2Errors {
    private H2Errors() {}

    static SqlError classify(SQLException error) {
        return switch (error.getErrorCode()) {
            case 23505 -> new SqlError(Kind.UNIQUE_VIOLATION, constraint(error));
            case 23503, 23506 -> new SqlError(Kind.FOREIGN_KEY_VIOLATION, constraint(error));
            case 23513, 23514 -> new SqlError(Kind.CHECK_VIOLATION, constraint(error));
            case 23502 -> SqlError.of(Kind.NOT_NULL_VIOLATION);
            case 40001 -> SqlError.of(Kind.DEADLOCK);
            case 90131 -> SqlError.of(Kind.SERIALIZATION_FAILURE);
            case 50200, 90020, 90135 -> SqlError.of(Kind.LOCK_TIMEOUT);
            case 57014, 90051 -> SqlError.of(Kind.CANCELLED);
            case 28000, 90013, 90067, 90098, 90121, 90146, 90149 -> SqlError.of(Kind.CONNECTION_FAILURE);
            case 90097 -> SqlError.of(Kind.READ_ONLY);
            case 90100 -> SqlError.of(Kind.STORAGE_FULL);
            case 90028, 90031 -> SqlError.of(Kind.STORAGE_FAILURE);
            case 90030, 90048, 90049 -> SqlError.of(Kind.UNREADABLE);
            default -> SqlError.ofState(error.getSQLState());
        };
    }

    private static @Nullable String constraint(SQLException error) {
        Names names = new Names(firstQuoted(error.getMessage() == null ? "" : error.getMessage()));
        String name = names.next();
        return names.skipDot() ? names.next() : name;
    }

    /** What stands in the text's first double quotes, in which they are doubled. */
    private static String firstQuoted(String text) {
        int start = text.indexOf('"');
        return start < 0 ? "" : unquoted(text, start);
    }

    private static String unquoted(String text, int start) {
        StringBuilder content = new StringBuilder();
        for (int i = start + 1; i < text.length(); i++) {
            if (text.charAt(i) == '"' && !text.startsWith("\"", ++i)) {
                break;
            }
            content.append(text.charAt(i));
        }
        return content.toString();
    }

    /** Reads names as H2 prints them: bare, or in quotes. */
    private static final class Names {
        private final String text;
        private int position;

        Names(String text) {
            this.text = text;
        }

        @Nullable
        String next() {
            if (text.startsWith("\"", position)) {
                String name = unquoted(text, position);
                position += Identifiers.quote(name).length();
                return name;
            }
            int start = position;
            while (position < text.length() && " .:(".indexOf(text.charAt(position)) < 0) {
                position++;
            }
            return start == position ? null : text.substring(start, position);
        }

        boolean skipDot() {
            boolean dot = text.startsWith(".", position);
            position += dot ? 1 : 0;
            return dot;
        }
    }
}
