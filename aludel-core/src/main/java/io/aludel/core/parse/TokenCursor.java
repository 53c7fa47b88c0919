// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.parse;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A place in a list of tokens that moves on while they are read. One thread at a time. */
public final class TokenCursor {
    private final List<Token> tokens;
    private final int textEnd;
    private int at;

    public TokenCursor(List<Token> tokens) {
        this.tokens = List.copyOf(tokens);
        this.textEnd = tokens.isEmpty() ? 0 : tokens.get(tokens.size() - 1).end();
    }

    public boolean atEnd() {
        return at >= tokens.size();
    }

    /** The token to come, or null at the end. */
    public @Nullable Token peek() {
        return peek(0);
    }

    /** The token that many places further on, or null behind the end. */
    public @Nullable Token peek(int offset) {
        return at + offset < tokens.size() ? tokens.get(at + offset) : null;
    }

    /** Where the token to come begins in the text; behind the last token at the end. */
    public int position() {
        Token next = peek();
        return next == null ? textEnd : next.start();
    }

    /** Which token is to come, counted from 0. */
    public int index() {
        return at;
    }

    /** Takes the token to come. */
    public Token next() {
        Token next = peek();
        if (next == null) {
            throw new SqlTextException("The text ends too early", textEnd);
        }
        at++;
        return next;
    }

    public boolean atWord(String word) {
        Token next = peek();
        return next != null && next.isWord(word);
    }

    public boolean atOperator(String operator) {
        Token next = peek();
        return next != null && next.isOperator(operator);
    }

    /** Takes these words if they come next, all of them or none. */
    public boolean skipWords(String... words) {
        for (int i = 0; i < words.length; i++) {
            Token token = peek(i);
            if (token == null || !token.isWord(words[i])) {
                return false;
            }
        }
        at += words.length;
        return true;
    }

    /** Takes this operator if it comes next. */
    public boolean skipOperator(String operator) {
        if (!atOperator(operator)) {
            return false;
        }
        at++;
        return true;
    }

    public void expectWord(String word) {
        if (!skipWords(word)) {
            throw unexpected("\"" + word + "\"");
        }
    }

    public void expectOperator(String operator) {
        if (!skipOperator(operator)) {
            throw unexpected("\"" + operator + "\"");
        }
    }

    /** The error for a token that does not belong here. */
    public SqlTextException unexpected(String expected) {
        Token next = peek();
        return new SqlTextException(
                "Expected " + expected + " but " + (next == null ? "the text ends" : "found \"" + next.text() + "\""),
                position());
    }
}
