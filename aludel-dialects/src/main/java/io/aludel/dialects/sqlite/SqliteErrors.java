// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.sqlite;

import io.aludel.core.dialect.SqlError;
import io.aludel.core.dialect.SqlError.Kind;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the driver's errors mean. The driver gives no SQLSTATE and only the primary result code as error code; the extended one stands in its
 * message: {@code [SQLITE_CONSTRAINT_CHECK] A CHECK constraint failed (CHECK constraint failed: ck_grades_value)}.
 */
final class SqliteErrors {
    private static final Pattern CODE = Pattern.compile("^\\[(SQLITE_[A-Z_]+)]");
    private static final Pattern CHECK = Pattern.compile("\\(CHECK constraint failed: (.*)\\)$", Pattern.DOTALL);

    private static final Pattern COLUMNS =
            Pattern.compile("\\((?:UNIQUE|NOT NULL) constraint failed: (.*)\\)$", Pattern.DOTALL);
    private static final String INDEX = "index '";

    private static final String RESTRICTED = "(FOREIGN KEY constraint failed)";

    private SqliteErrors() {}

    static SqlError classify(SQLException error) {
        String message = error.getMessage() == null ? "" : error.getMessage();
        Matcher code = CODE.matcher(message);
        if (!code.find()) {
            return SqlError.ofState(error.getSQLState());
        }
        return switch (code.group(1)) {
            case "SQLITE_CONSTRAINT_UNIQUE", "SQLITE_CONSTRAINT_PRIMARYKEY", "SQLITE_CONSTRAINT_ROWID" ->
                ofColumns(Kind.UNIQUE_VIOLATION, message);
            case "SQLITE_CONSTRAINT_FOREIGNKEY" -> SqlError.of(Kind.FOREIGN_KEY_VIOLATION);
            // The actions of keys are triggers.
            case "SQLITE_CONSTRAINT_TRIGGER" ->
                SqlError.of(message.endsWith(RESTRICTED) ? Kind.FOREIGN_KEY_VIOLATION : Kind.OTHER);
            case "SQLITE_CONSTRAINT_NOTNULL" -> ofColumns(Kind.NOT_NULL_VIOLATION, message);
            case "SQLITE_CONSTRAINT_CHECK" -> {
                Matcher check = CHECK.matcher(message);
                yield new SqlError(Kind.CHECK_VIOLATION, check.find() ? check.group(1) : null);
            }
            case "SQLITE_BUSY_SNAPSHOT" -> SqlError.of(Kind.SERIALIZATION_FAILURE);
            case "SQLITE_INTERRUPT" -> SqlError.of(Kind.CANCELLED);
            case "SQLITE_FULL" -> SqlError.of(Kind.STORAGE_FULL);
            case "SQLITE_NOTADB" -> SqlError.of(Kind.UNREADABLE);
            default -> byFamily(code.group(1));
        };
    }

    /**
     * The columns come as {@code table.column, table.column}, names as they are: what could be read in two ways is given
     * as it is. An index over expressions comes as {@code index 'name'}.
     */
    private static SqlError ofColumns(Kind kind, String message) {
        Matcher failed = COLUMNS.matcher(message);
        if (!failed.find()) {
            return SqlError.of(kind);
        }
        String said = failed.group(1);
        if (said.startsWith(INDEX) && said.endsWith("'")) {
            return new SqlError(
                    kind, said.substring(INDEX.length(), said.length() - 1).replace("''", "'"));
        }
        int dot = said.indexOf('.');
        List<String> columns = new ArrayList<>();
        for (String column : said.split(", ")) {
            if (!column.startsWith(said.substring(0, dot + 1)) || column.indexOf('.', dot + 1) >= 0) {
                return new SqlError(kind, null, null, List.of(), null, said);
            }
            columns.add(column.substring(dot + 1));
        }
        return new SqlError(
                kind, null, said.substring(0, Math.max(dot, 0)), columns, null, columns.size() > 1 ? said : null);
    }

    /** Of some errors there are many kinds, which mean the same to a program. */
    private static SqlError byFamily(String code) {
        if (code.startsWith("SQLITE_BUSY") || code.startsWith("SQLITE_LOCKED")) {
            return SqlError.of(Kind.LOCK_TIMEOUT);
        }
        if (code.startsWith("SQLITE_READONLY")) {
            return SqlError.of(Kind.READ_ONLY);
        }
        // A connection opens more files than its first: the journal, above all.
        if (code.startsWith("SQLITE_IOERR") || code.startsWith("SQLITE_CANTOPEN")) {
            return SqlError.of(Kind.STORAGE_FAILURE);
        }
        return SqlError.of(code.startsWith("SQLITE_CORRUPT") ? Kind.UNREADABLE : Kind.OTHER);
    }
}
