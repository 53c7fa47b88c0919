// SPDX-License-Identifier: Apache-2.0
package io.aludel.micrometer;

import java.util.Locale;

/** What a statement does, by its first word: good enough to count by. One that begins with a CTE counts as a query. */
enum StatementKind {
    SELECT,
    INSERT,
    UPDATE,
    DELETE,
    OTHER;

    static StatementKind of(String sql) {
        int start = 0;
        while (start < sql.length() && !Character.isLetter(sql.charAt(start))) {
            start++;
        }
        int end = start;
        while (end < sql.length() && Character.isLetter(sql.charAt(end))) {
            end++;
        }
        return switch (sql.substring(start, end).toLowerCase(Locale.ROOT)) {
            case "select", "with", "values" -> SELECT;
            case "insert", "copy" -> INSERT;
            case "update" -> UPDATE;
            case "delete" -> DELETE;
            default -> OTHER;
        };
    }

    /** The value of the tag {@code kind}. */
    String tag() {
        return name().toLowerCase(Locale.ROOT);
    }
}
