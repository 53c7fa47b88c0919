// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.parse;

import io.aludel.core.parse.StatementRules.Trait;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Cuts a script into statements, as the database's own client does. What cannot be part of SQL at all is left to the database to refuse.
 * One object cuts one text.
 */
public final class ScriptStatements {
    private static final String SEMICOLON = ";";
    private static final String SIGNS = "+-*/%=<>!&|~^:#@?";

    private final String text;
    private final StatementRules rules;
    private final List<ScriptStatement> statements = new ArrayList<>();
    private String delimiter = SEMICOLON;
    private int at;
    private int start = -1;
    private int end;
    private List<String> comments = new ArrayList<>();
    private StringBuilder normal = new StringBuilder();
    private StatementBody body;

    private ScriptStatements(String text, StatementRules rules) {
        this.text = Objects.requireNonNull(text, "text");
        this.rules = Objects.requireNonNull(rules, "rules");
        this.body = new StatementBody(rules);
    }

    /**
     * The statements of the text, in order.
     *
     * @throws SqlTextException if a string, name or comment does not end
     */
    public static List<ScriptStatement> of(String text, StatementRules rules) {
        return new ScriptStatements(text, rules).run();
    }

    private List<ScriptStatement> run() {
        while (at < text.length()) {
            next();
        }
        finish();
        return List.copyOf(statements);
    }

    private void next() {
        char first = text.charAt(at);
        if (Character.isWhitespace(first) || first == '\uFEFF') {
            at++;
        } else if (isLineComment()) {
            int stop = text.indexOf('\n', at);
            comment(stop < 0 ? text.length() : stop, text.charAt(at) == '#' ? 1 : 2, 0);
        } else if (text.startsWith("/*", at) && !isMeant()) {
            comment(blockCommentEnd(), 2, 2);
        } else if (start < 0 && rules.has(Trait.DELIMITER_LINES) && isDelimiterLine()) {
            delimiterLine();
        } else if (text.startsWith(delimiter, at) && !(delimiter.equals(SEMICOLON) && body.isOpen())) {
            finish();
            at += delimiter.length();
        } else {
            int stop = tokenEnd(first);
            token(text.substring(at, stop), isWordStart(first));
            at = stop;
            end = at;
        }
    }

    private void token(String token, boolean word) {
        if (start < 0) {
            start = at;
        }
        boolean glued = at == end && normal.length() > 0 && isSign(token.charAt(0)) && isSign(text.charAt(at - 1));
        normal.append(normal.length() == 0 || glued ? "" : " ").append(token);
        body.token(word ? token.toLowerCase(Locale.ROOT) : token.substring(0, 1));
    }

    private static boolean isSign(char c) {
        return SIGNS.indexOf(c) >= 0;
    }

    private void finish() {
        if (start >= 0) {
            int line = 1
                    + (int) text.substring(0, start)
                            .chars()
                            .filter(c -> c == '\n')
                            .count();
            statements.add(new ScriptStatement(text.substring(start, end), normal.toString(), line, comments));
        }
        start = -1;
        comments = new ArrayList<>();
        normal = new StringBuilder();
        body = new StatementBody(rules);
    }

    private void comment(int stop, int before, int behind) {
        if (start < 0) {
            comments.add(text.substring(at + before, stop - behind).strip());
        }
        at = stop;
    }

    private boolean isLineComment() {
        char first = text.charAt(at);
        if (first == '#') {
            return rules.has(Trait.HASH_COMMENTS);
        }
        if (first == '/') {
            return rules.has(Trait.SLASH_COMMENTS) && text.startsWith("//", at);
        }
        return text.startsWith("--", at)
                && (!rules.has(Trait.DASHES_BEFORE_BLANK)
                        || at + 2 == text.length()
                        || Character.isWhitespace(text.charAt(at + 2)));
    }

    /** A comment that a database reads: a hint, or what only one version executes. */
    private boolean isMeant() {
        return text.startsWith("/*!", at) || text.startsWith("/*M!", at) || text.startsWith("/*+", at);
    }

    private int blockCommentEnd() {
        int depth = 0;
        int here = at;
        while (here < text.length()) {
            if (text.startsWith("/*", here) && (depth == 0 || rules.lexis().nestedComments())) {
                depth++;
                here += 2;
            } else if (text.startsWith("*/", here)) {
                depth--;
                here += 2;
                if (depth == 0) {
                    return here;
                }
            } else {
                here++;
            }
        }
        throw new SqlTextException("A comment does not end; close it with \"*/\"", at);
    }

    private boolean isDelimiterLine() {
        return text.regionMatches(true, at, "delimiter", 0, 9)
                && at + 9 < text.length()
                && (text.charAt(at + 9) == ' ' || text.charAt(at + 9) == '\t');
    }

    private void delimiterLine() {
        int stop = text.indexOf('\n', at);
        String given = text.substring(at + 9, stop < 0 ? text.length() : stop).strip();
        if (given.isEmpty()) {
            throw new SqlTextException("After \"delimiter\" stands what ends a statement, such as //", at);
        }
        delimiter = given;
        at = stop < 0 ? text.length() : stop;
    }

    private int tokenEnd(char first) {
        if (first == '\'' || first == '"') {
            return quotedEnd(first, rules.has(Trait.BACKSLASH_ESCAPES) || first == '\'' && isEscapeString());
        }
        if (first == '`' && rules.lexis().backtickedNames()) {
            return quotedEnd('`', false);
        }
        if (first == '[' && rules.lexis().bracketedNames()) {
            return closing("]", at, "name");
        }
        if (first == '$' && rules.lexis().dollarQuotes() && dollarTag() > 0) {
            int tag = dollarTag();
            return closing(text.substring(at, tag), tag, "string");
        }
        if (text.startsWith("/*", at)) {
            return blockCommentEnd();
        }
        int stop = at + 1;
        while (isWordPart(first) && stop < text.length() && isWordPart(text.charAt(stop))) {
            stop++;
        }
        return stop;
    }

    /** Whether the string that begins here has an {@code E} before it. */
    private boolean isEscapeString() {
        return rules.lexis().escapeStrings()
                && at > 0
                && Character.toLowerCase(text.charAt(at - 1)) == 'e'
                && (at == 1 || !isWordPart(text.charAt(at - 2)));
    }

    private int quotedEnd(char quote, boolean escapes) {
        int here = at + 1;
        while (here < text.length()) {
            char c = text.charAt(here);
            if (c == '\\' && escapes) {
                here += 2;
            } else if (c != quote) {
                here++;
            } else if (here + 1 < text.length() && text.charAt(here + 1) == quote) {
                here += 2;
            } else {
                return here + 1;
            }
        }
        throw new SqlTextException(
                "A " + (quote == '\'' ? "string" : "name") + " does not end; close it with " + quote, at);
    }

    private int closing(String mark, int from, String what) {
        int close = text.indexOf(mark, from);
        if (close < 0) {
            throw new SqlTextException("A " + what + " does not end; close it with " + mark, at);
        }
        return close + mark.length();
    }

    /** Where the tag of a dollar-quoted string ends; 0 where none begins here. */
    private int dollarTag() {
        int here = at + 1;
        while (here < text.length() && text.charAt(here) != '$' && isWordPart(text.charAt(here))) {
            here++;
        }
        boolean closed = here < text.length() && text.charAt(here) == '$';
        return closed && !Character.isDigit(text.charAt(at + 1)) ? here + 1 : 0;
    }

    private static boolean isWordStart(char c) {
        return Character.isLetter(c) || c == '_';
    }

    private static boolean isWordPart(char c) {
        return isWordStart(c) || Character.isDigit(c) || c == '$';
    }
}
