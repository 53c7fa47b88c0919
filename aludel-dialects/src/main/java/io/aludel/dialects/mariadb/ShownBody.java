// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.mariadb;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The body in what {@code show create} shows of a trigger or routine, as it was written. {@code information_schema} has it with its strings
 * rewritten: one backslash for two, without the character set before them, and with question marks for characters beyond U+FFFF.
 */
final class ShownBody {
    /** What may stand in a line of its own before the body of a routine. */
    private static final Set<String> TRAITS = Set.of(
            "DETERMINISTIC", "CONTAINS SQL", "NO SQL", "READS SQL DATA", "MODIFIES SQL DATA", "SQL SECURITY INVOKER");

    private static final String INDENT = "    ";
    private static final String COMMENT = INDENT + "COMMENT ";
    private static final List<String> BEFORE_BODY = List.of("for", "each", "row");

    private final String text;
    private int at;

    private ShownBody(String text) {
        this.text = text;
    }

    /** Whether the catalogue tells it in other characters than those that were written. */
    static boolean isRewritten(String told) {
        return told.chars().anyMatch(c -> "'\"\\?".indexOf(c) >= 0);
    }

    /** @param statement as the user wrote it, definer aside */
    static String ofTrigger(String statement) {
        return new ShownBody(statement).afterEachRow();
    }

    /** @param statement as the server prints it, the parameters as the user wrote them */
    static String ofRoutine(String statement) {
        return new ShownBody(statement).afterTraits();
    }

    private String afterEachRow() {
        int found = 0;
        while (found < BEFORE_BODY.size() && at < text.length()) {
            int start = at;
            skip();
            String token = text.substring(start, at);
            if (!isBlank(token)) {
                boolean next = token.toLowerCase(Locale.ROOT).equals(BEFORE_BODY.get(found));
                found = next ? found + 1 : token.equalsIgnoreCase(BEFORE_BODY.get(0)) ? 1 : 0;
            }
        }
        int body = at;
        while (at < text.length()) {
            skip();
            if (!isBlank(text.substring(body, at))) {
                break;
            }
            body = at;
        }
        return text.substring(body);
    }

    private static boolean isBlank(String token) {
        return token.isBlank() || token.startsWith("/*") || token.startsWith("--") || token.startsWith("#");
    }

    private String afterTraits() {
        int open = 0;
        boolean listed = false;
        while (at < text.length() && !(listed && open == 0 && text.charAt(at) == '\n')) {
            char c = text.charAt(at);
            open += c == '(' ? 1 : c == ')' ? -1 : 0;
            listed |= c == '(';
            skip();
        }
        at = Math.min(at + 1, text.length());
        while (isTrait()) {
            at = text.indexOf('\n', at) + 1;
        }
        if (text.startsWith(COMMENT, at)) {
            at += COMMENT.length();
            skip();
            at++;
        }
        return text.substring(at);
    }

    private boolean isTrait() {
        int end = text.indexOf('\n', at);
        return end >= 0
                && text.startsWith(INDENT, at)
                && TRAITS.contains(text.substring(at, end).strip());
    }

    /** A word, a string or quoted name, a comment, or one character. */
    private void skip() {
        char c = text.charAt(at);
        if (c == '\'' || c == '"' || c == '`') {
            at = OwnNames.end(text, at);
        } else if (text.startsWith("/*", at)) {
            at = behind("*/", at + 2);
        } else if (c == '#' || text.startsWith("-- ", at)) {
            at = behind("\n", at);
        } else if (Character.isLetter(c)) {
            while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
                at++;
            }
        } else {
            at++;
        }
    }

    private int behind(String end, int from) {
        int found = text.indexOf(end, from);
        return found < 0 ? text.length() : found + end.length();
    }
}
