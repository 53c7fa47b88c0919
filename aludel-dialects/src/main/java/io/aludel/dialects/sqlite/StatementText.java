// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.sqlite;

import io.aludel.core.parse.SqlTextException;
import io.aludel.core.parse.Token;
import io.aludel.core.parse.TokenCursor;
import io.aludel.core.parse.Tokenizer;
import java.util.ArrayList;
import java.util.List;

/** A statement that SQLite keeps, while it is read: its tokens, and the pieces that statements of all kinds are made of. */
final class StatementText {
    private final String text;
    final TokenCursor tokens;

    /**
     * The beginning of the statement.
     *
     * @throws SqlTextException if it cannot be cut into tokens
     */
    StatementText(String text) {
        this.text = text;
        this.tokens = new TokenCursor(Tokenizer.tokens(text, SqliteNames.LEXIS));
    }

    /** SQLite takes a string where a name stands. */
    String name() {
        Token token = tokens.peek();
        if (token == null || !isName(token)) {
            throw tokens.unexpected("a name");
        }
        return tokens.next().value();
    }

    static boolean isName(Token token) {
        return token.isName() || token.kind() == Token.Kind.STRING;
    }

    void qualifiedName() {
        name();
        if (tokens.skipOperator(".")) {
            name();
        }
    }

    void skipTemporary() {
        if (!tokens.skipWords("temp")) {
            tokens.skipWords("temporary");
        }
    }

    /** {@code (a, b)}. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        tokens.expectOperator("(");
        do {
            names.add(name());
        } while (tokens.skipOperator(","));
        tokens.expectOperator(")");
        return List.copyOf(names);
    }

    /** Whether the element of a list ends here. */
    boolean atElementEnd() {
        return tokens.atEnd() || tokens.atOperator(",") || tokens.atOperator(")");
    }

    /** {@code (a, b collate nocase desc)}, of an index or a key. */
    List<KeyPart> keyParts() {
        List<KeyPart> parts = new ArrayList<>();
        tokens.expectOperator("(");
        do {
            parts.add(keyPart());
        } while (tokens.skipOperator(","));
        return List.copyOf(parts);
    }

    private KeyPart keyPart() {
        List<Token> part = new ArrayList<>();
        while (!atElementEnd() && !tokens.atWord("autoincrement") && (part.isEmpty() || !atDirection())) {
            if (tokens.atOperator("(")) {
                part.addAll(group());
            } else {
                part.add(tokens.next());
            }
        }
        if (part.isEmpty()) {
            throw tokens.unexpected("a column or an expression");
        }
        boolean descending = tokens.skipWords("desc");
        if (!descending) {
            tokens.skipWords("asc");
        }
        return KeyPart.of(part, descending, this);
    }

    /** {@code asc} and {@code desc} may be names, too. */
    private boolean atDirection() {
        Token next = tokens.peek(1);
        boolean last = next == null || next.isOperator(",") || next.isOperator(")") || next.isWord("autoincrement");
        return last && (tokens.atWord("asc") || tokens.atWord("desc"));
    }

    /** What stands between the parenthesis to come and the one that closes it. */
    String parenthesized() {
        List<Token> group = group();
        return written(group.subList(1, group.size() - 1));
    }

    /** The parenthesis to come with all that is in it. */
    List<Token> group() {
        List<Token> group = new ArrayList<>();
        if (!tokens.atOperator("(")) {
            throw tokens.unexpected("\"(\"");
        }
        int depth = 0;
        do {
            Token token = tokens.next();
            group.add(token);
            depth += token.isOperator("(") ? 1 : token.isOperator(")") ? -1 : 0;
        } while (depth > 0);
        return group;
    }

    /** All tokens to come, as {@link #written}. */
    String restWritten() {
        List<Token> rest = new ArrayList<>();
        while (!tokens.atEnd()) {
            rest.add(tokens.next());
        }
        return written(rest);
    }

    /** All of the text that follows the token, comments included, without blanks around it. */
    String restAfter(Token token) {
        return text.substring(token.end()).strip();
    }

    /** The tokens as they were written, without comments: one at the end would hide what is put behind it. */
    String written(List<Token> part) {
        StringBuilder written = new StringBuilder();
        for (int i = 0; i < part.size(); i++) {
            if (i > 0) {
                String gap = text.substring(part.get(i - 1).end(), part.get(i).start());
                written.append(gap.isBlank() ? gap : " ");
            }
            written.append(part.get(i).text());
        }
        return written.toString();
    }

    /** The text of an expression without its comments. */
    static String withoutComments(String text) {
        return new StatementText(text).restWritten();
    }
}
