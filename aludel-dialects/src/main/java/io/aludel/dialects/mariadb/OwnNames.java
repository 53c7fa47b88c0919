// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.mariadb;

import java.util.Optional;

/** Names of a database within texts that the server printed, where each name is in backticks and what belongs to a database has that before it. */
final class OwnNames {
    private final String text;
    private final String own;
    private final StringBuilder kept = new StringBuilder();
    private boolean certain = true;

    private OwnNames(String text, String database) {
        this.text = text;
        this.own = '`' + database.replace("`", "``") + '`';
    }

    /**
     * The text without the name of that database; empty where something else in it has the same name, so that nobody knows which is which.
     *
     * @param text as the server prints it, with a backslash that escapes in strings
     */
    static Optional<String> without(String database, String text) {
        OwnNames names = new OwnNames(text, database);
        names.read();
        return names.certain ? Optional.of(names.kept.toString()) : Optional.empty();
    }

    private void read() {
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            int end = c == '\'' || c == '"' || c == '`' ? end(text, at) : at + 1;
            boolean owns = c == '`' && text.substring(at, end).equals(own);
            boolean qualifies = end < text.length() && text.charAt(end) == '.';
            if (owns && qualifies && (at == 0 || text.charAt(at - 1) != '.')) {
                end++;
            } else {
                certain &= !owns;
                kept.append(text, at, end);
            }
            at = end;
        }
    }

    /** Behind the quote that ends what begins there. */
    static int end(String text, int start) {
        char quote = text.charAt(start);
        int at = start + 1;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\\' && quote != '`') {
                at += 2;
            } else if (c != quote) {
                at++;
            } else if (at + 1 < text.length() && text.charAt(at + 1) == quote) {
                at += 2;
            } else {
                return at + 1;
            }
        }
        return text.length();
    }
}
