// SPDX-License-Identifier: Apache-2.0
package io.aludel.micrometer;

import java.util.Locale;

/**
 * What a statement does, by its first word: good enough to count by. One that begins with a CTE counts as a query; one that asks for the rows of a
 * change (the standard's {@code select … from final table (insert …)}, which is how H2 tells generated keys) as that change.
 */
enum StatementKind {
    SELECT,
    INSERT,
    UPDATE,
    DELETE,
    OTHER;

    private static final String CHANGE = " from final table (";
    /** Characters in which it stands, if at all. */
    private static final int BEGINNING = 300;

    static StatementKind of(String sql) {
        int change = sql.substring(0, Math.min(sql.length(), BEGINNING)).indexOf(CHANGE);
        int start = change < 0 ? 0 : change + CHANGE.length();
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
