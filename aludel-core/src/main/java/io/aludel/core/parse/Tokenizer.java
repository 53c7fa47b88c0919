// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.parse;

import io.aludel.core.parse.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Cuts SQL text into tokens; white space and comments are left out. */
public final class Tokenizer {
    /** Longest first. */
    private static final List<String> OPERATORS =
            List.of("->>", "||", "<=", ">=", "<>", "!=", "==", "<<", ">>", "->", "::", ":=");

    private static final String SINGLE = "+-*/%=<>!&|~^(),.;[]:#@?";

    private final String text;
    private final Lexis lexis;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Tokenizer(String text, Lexis lexis) {
        this.text = Objects.requireNonNull(text, "text");
        this.lexis = Objects.requireNonNull(lexis, "lexis");
    }

    /**
     * The tokens of the text, in order.
     *
     * @throws SqlTextException if a string, name or comment does not end, or a character begins no token
     */
    public static List<Token> tokens(String text, Lexis lexis) {
        return new Tokenizer(text, lexis).run();
    }

    private List<Token> run() {
        skipBlanksAndComments();
        while (at < text.length()) {
            next();
            skipBlanksAndComments();
        }
        return List.copyOf(tokens);
    }

    private void next() {
        char first = text.charAt(at);
        if (first == '\'') {
            add(Kind.STRING, quoted(at, '\'', "string"), at);
        } else if (first == '"') {
            add(Kind.QUOTED_NAME, quoted(at, '"', "name"), at);
        } else if (first == '`' && lexis.backtickedNames()) {
            add(Kind.QUOTED_NAME, quoted(at, '`', "name"), at);
        } else if (first == '[' && lexis.bracketedNames()) {
            bracketed();
        } else if (isDigit(first) || first == '.' && isDigit(peek(1))) {
            number();
        } else if (first == '$' && lexis.dollarQuotes() && !isDigit(peek(1))) {
            dollarQuoted();
        } else if (isWordStart(first)) {
            word();
        } else if (!parameter(first)) {
            operator(first);
        }
    }

    private void skipBlanksAndComments() {
        while (at < text.length()) {
            if (isBlank(text.charAt(at))) {
                at++;
            } else if (text.startsWith("--", at)) {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end + 1;
            } else if (text.startsWith("/*", at)) {
                blockComment();
            } else {
                return;
            }
        }
    }

    private void blockComment() {
        int start = at;
        int depth = 0;
        while (at < text.length()) {
            if (text.startsWith("/*", at) && (depth == 0 || lexis.nestedComments())) {
                depth++;
                at += 2;
            } else if (text.startsWith("*/", at)) {
                depth--;
                at += 2;
                if (depth == 0) {
                    return;
                }
            } else {
                at++;
            }
        }
        throw new SqlTextException("A comment does not end; close it with \"*/\"", start);
    }

    /** The end of something quoted, in which a doubled quote stands for one. */
    private int quoted(int start, char quote, String what) {
        int end = start + 1;
        while (end < text.length()) {
            if (text.charAt(end) != quote) {
                end++;
            } else if (end + 1 < text.length() && text.charAt(end + 1) == quote) {
                end += 2;
            } else {
                return end + 1;
            }
        }
        throw new SqlTextException("A " + what + " does not end; close it with " + quote, start);
    }

    private void bracketed() {
        int end = text.indexOf(']', at);
        if (end < 0) {
            throw new SqlTextException("A name does not end; close it with ]", at);
        }
        tokens.add(new Token(Kind.QUOTED_NAME, text.substring(at, end + 1), text.substring(at + 1, end), at, end + 1));
        at = end + 1;
    }

    private void number() {
        int end = at;
        if (text.charAt(at) == '0' && (peek(1) == 'x' || peek(1) == 'X')) {
            end += 2;
            while (end < text.length() && (Character.digit(text.charAt(end), 16) >= 0 || text.charAt(end) == '_')) {
                end++;
            }
        } else {
            end = digits(end);
            if (end < text.length() && text.charAt(end) == '.') {
                end = digits(end + 1);
            }
            end = exponent(end);
        }
        if (end < text.length() && isWordPart(text.charAt(end))) {
            throw new SqlTextException("A number runs into the letter \"" + text.charAt(end) + "\"", end);
        }
        tokens.add(new Token(Kind.NUMBER, text.substring(at, end), text.substring(at, end), at, end));
        at = end;
    }

    private int digits(int from) {
        int end = from;
        while (end < text.length() && (isDigit(text.charAt(end)) || text.charAt(end) == '_')) {
            end++;
        }
        return end;
    }

    private int exponent(int from) {
        if (from >= text.length() || Character.toLowerCase(text.charAt(from)) != 'e') {
            return from;
        }
        int sign = from + 1;
        if (sign < text.length() && (text.charAt(sign) == '+' || text.charAt(sign) == '-')) {
            sign++;
        }
        int end = digits(sign);
        return end == sign ? from : end;
    }

    private void dollarQuoted() {
        int tagEnd = at + 1;
        while (tagEnd < text.length() && text.charAt(tagEnd) != '$' && isWordPart(text.charAt(tagEnd))) {
            tagEnd++;
        }
        if (tagEnd >= text.length() || text.charAt(tagEnd) != '$') {
            throw new SqlTextException("A dollar sign begins no string", at);
        }
        String tag = text.substring(at, tagEnd + 1);
        int close = text.indexOf(tag, tagEnd + 1);
        if (close < 0) {
            throw new SqlTextException("A string does not end; close it with " + tag, at);
        }
        int end = close + tag.length();
        tokens.add(new Token(Kind.STRING, text.substring(at, end), text.substring(tagEnd + 1, close), at, end));
        at = end;
    }

    private void word() {
        int end = at + 1;
        while (end < text.length() && isWordPart(text.charAt(end))) {
            end++;
        }
        if (end < text.length() && text.charAt(end) == '\'' && end == at + 1 && prefixed(text.charAt(at), end)) {
            return;
        }
        if (end == at + 1 && (text.charAt(at) == 'U' || text.charAt(at) == 'u') && isUnicodePrefix(end)) {
            throw new SqlTextException("Text with Unicode escapes (U&) is not understood; write the characters", at);
        }
        add(Kind.WORD, end, at);
    }

    private boolean isUnicodePrefix(int at) {
        return text.startsWith("&'", at) || text.startsWith("&\"", at);
    }

    /** A string with a letter before its quote, if the letter is one that means something. */
    private boolean prefixed(char letter, int quote) {
        switch (Character.toLowerCase(letter)) {
            case 'x' -> {
                int end = quoted(quote, '\'', "blob");
                String digits = text.substring(quote + 1, end - 1);
                if (digits.length() % 2 != 0 || digits.chars().anyMatch(c -> Character.digit(c, 16) < 0)) {
                    throw new SqlTextException("A blob needs an even number of hexadecimal digits", at);
                }
                tokens.add(new Token(Kind.BLOB, text.substring(at, end), digits, at, end));
                at = end;
                return true;
            }
            case 'e' -> {
                if (!lexis.escapeStrings()) {
                    return false;
                }
                int end = escapedEnd(quote);
                tokens.add(
                        new Token(Kind.STRING, text.substring(at, end), text.substring(quote + 1, end - 1), at, end));
                at = end;
                return true;
            }
            case 'n', 'b' ->
                throw new SqlTextException("A string that begins with " + letter + "' is not understood", at);
            default -> {
                return false;
            }
        }
    }

    private int escapedEnd(int quote) {
        int end = quote + 1;
        while (end < text.length()) {
            char c = text.charAt(end);
            if (c == '\\') {
                end += 2;
            } else if (c != '\'') {
                end++;
            } else if (end + 1 < text.length() && text.charAt(end + 1) == '\'') {
                end += 2;
            } else {
                return end + 1;
            }
        }
        throw new SqlTextException("A string does not end; close it with '", quote);
    }

    private boolean parameter(char first) {
        if ("?:@$".indexOf(first) < 0) {
            return false;
        }
        int end = at + 1;
        while (end < text.length() && (first == '?' ? isDigit(text.charAt(end)) : isWordPart(text.charAt(end)))) {
            end++;
        }
        if (end == at + 1 && first != '?') {
            return false;
        }
        add(Kind.PARAMETER, end, at);
        return true;
    }

    private void operator(char first) {
        for (String operator : OPERATORS) {
            if (text.startsWith(operator, at)) {
                add(Kind.OPERATOR, at + operator.length(), at);
                return;
            }
        }
        if (SINGLE.indexOf(first) < 0) {
            throw new SqlTextException(
                    "The character \"" + Character.toString(text.codePointAt(at)) + "\" begins nothing known", at);
        }
        add(Kind.OPERATOR, at + 1, at);
    }

    private void add(Kind kind, int end, int start) {
        String written = text.substring(start, end);
        String value = switch (kind) {
            case STRING, QUOTED_NAME -> {
                String quote = written.substring(0, 1);
                yield written.substring(1, written.length() - 1).replace(quote + quote, quote);
            }
            case WORD, NUMBER, BLOB, OPERATOR, PARAMETER -> written;
        };
        tokens.add(new Token(kind, written, value, start, end));
        at = end;
    }

    private char peek(int offset) {
        return at + offset < text.length() ? text.charAt(at + offset) : '\0';
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isWordStart(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c >= 0x80;
    }

    private static boolean isWordPart(char c) {
        return isWordStart(c) || isDigit(c) || c == '$';
    }
}
