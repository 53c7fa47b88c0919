// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.mariadb;

import io.aludel.core.dialect.SqlError;
import io.aludel.core.dialect.SqlError.Kind;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the driver's errors mean: by the server's own codes, as many of them share an SQLSTATE. A constraint's name stands in the message, whose
 * values may hold anything: a key's is looked for from the end, a foreign key's and a check's behind the first {@code CONSTRAINT}.
 */
final class MariaDbErrors {
    private static final Pattern DENIED =
            Pattern.compile("denied (?:to|for) user ('[^']*'@'[^']*') (?:for table|to database) [`']?([^`'.]+)");

    private static final String KEY = "for key '";
    private static final String IN_TABLE = "in table '";
    private static final String AND_KEY = "', key '";
    private static final String CONSTRAINT = "CONSTRAINT `";
    private static final String FOREIGN_KEY = "` FOREIGN KEY (";

    private MariaDbErrors() {}

    static SqlError classify(SQLException error) {
        return switch (error.getErrorCode()) {
            case 1761 -> byCascade(text(error));
            case 1062, 1169, 1586, 1762, 1859 -> new SqlError(Kind.UNIQUE_VIOLATION, key(text(error)));
            case 1216, 1217, 1451, 1452 -> new SqlError(Kind.FOREIGN_KEY_VIOLATION, foreignKey(text(error)));
            case 4025 -> new SqlError(Kind.CHECK_VIOLATION, constraint(text(error)));
            case 3819 -> new SqlError(Kind.CHECK_VIOLATION, quoted(text(error)));
            case 1048, 1263, 1364 -> notNull(text(error));
            case 1213, 1614 -> SqlError.of(Kind.DEADLOCK);
            case 1020 -> SqlError.of(Kind.SERIALIZATION_FAILURE);
            case 1205, 3572 -> SqlError.of(Kind.LOCK_TIMEOUT);
            case 1317, 1969, 3024 -> SqlError.of(Kind.CANCELLED);
            case 1040, 1053, 1077, 1079, 1080, 1152, 1158, 1159, 1160, 1161, 1184, 1203, 1226, 1927, 2006, 2013 ->
                SqlError.of(Kind.CONNECTION_FAILURE);
            case 4031 -> SqlError.of(text(error).contains("disconnected") ? Kind.CONNECTION_FAILURE : Kind.OTHER);
            case 1044, 1142, 1143, 1227, 1370 -> SqlError.of(Kind.MISSING_RIGHT);
            case 1036, 1290, 1792, 1836, 3989 -> SqlError.of(Kind.READ_ONLY);
            case 1021, 1041, 1114 -> SqlError.of(Kind.STORAGE_FULL);
            case 1024, 1026, 1030 -> SqlError.of(Kind.STORAGE_FAILURE);
            case 1034, 1035, 1194, 1195, 1712 -> SqlError.of(Kind.UNREADABLE);
            default -> SqlError.ofState(error.getSQLState());
        };
    }

    /** {@code Column 'name' cannot be null}, {@code Field 'name' doesn't have …}. */
    private static SqlError notNull(String text) {
        int start = text.indexOf('\'') + 1;
        int end = Math.max(text.lastIndexOf("' cannot be null"), text.lastIndexOf("' doesn't have"));
        return new SqlError(
                Kind.NOT_NULL_VIOLATION,
                null,
                null,
                start > 0 && end >= start ? List.of(text.substring(start, end)) : List.of());
    }

    private static String text(SQLException error) {
        return error.getMessage() == null ? "" : error.getMessage();
    }

    /** {@code … for key 'uq_name'}, a quote within it as it is; MySQL puts the table before the name. */
    private static @Nullable String key(String text) {
        int start = text.lastIndexOf(KEY) + KEY.length();
        int end = text.lastIndexOf('\'');
        return start < KEY.length() || end < start ? null : text.substring(start, end);
    }

    /** {@code … would lead to a duplicate entry in table 'name', key 'uq_name'}: of the table to which a foreign key's action has led. */
    private static SqlError byCascade(String text) {
        int key = text.lastIndexOf(AND_KEY);
        int table = text.lastIndexOf(IN_TABLE, key) + IN_TABLE.length();
        int end = text.lastIndexOf('\'');
        return table < IN_TABLE.length() || end < key + AND_KEY.length()
                ? SqlError.of(Kind.UNIQUE_VIOLATION)
                : new SqlError(
                        Kind.UNIQUE_VIOLATION,
                        text.substring(key + AND_KEY.length(), end),
                        text.substring(table, key),
                        List.of());
    }

    /** {@code CONSTRAINT `name` FOREIGN KEY (…}, backticks within it as they are. */
    private static @Nullable String foreignKey(String text) {
        int start = text.indexOf(CONSTRAINT) + CONSTRAINT.length();
        int end = text.indexOf(FOREIGN_KEY, start);
        return start < CONSTRAINT.length() || end < 0 ? null : text.substring(start, end);
    }

    /** {@code CONSTRAINT `name`}, backticks within it doubled. */
    private static @Nullable String constraint(String text) {
        int start = text.indexOf(CONSTRAINT);
        if (start < 0) {
            return null;
        }
        StringBuilder name = new StringBuilder();
        for (int i = start + CONSTRAINT.length(); i < text.length(); i++) {
            if (text.charAt(i) == '`' && !text.startsWith("`", ++i)) {
                break;
            }
            name.append(text.charAt(i));
        }
        return name.toString();
    }

    /** MySQL's {@code Check constraint 'name' is violated.} */
    private static @Nullable String quoted(String text) {
        int start = text.indexOf('\'');
        int end = text.lastIndexOf('\'');
        return start < end ? text.substring(start + 1, end) : null;
    }

    /** What gives the rights of a migration in the database that the server names. */
    static Optional<String> grant(String said) {
        Matcher denied = DENIED.matcher(said);
        if (!denied.find()) {
            return Optional.empty();
        }
        String database = denied.group(2).replace("`", "``");
        return Optional.of("grant create, drop, alter, index, references, select, insert, update, delete on `"
                + database + "`.* to " + denied.group(1));
    }
}
