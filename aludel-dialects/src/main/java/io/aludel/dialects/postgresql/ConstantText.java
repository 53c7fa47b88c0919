// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.postgresql;

import io.aludel.core.parse.SqlTextException;
import io.aludel.core.parse.Token;
import io.aludel.core.parse.TokenCursor;
import io.aludel.core.parse.Tokenizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/**
 * Recognizes text that is a constant: literals with signs, parentheses and casts, and arrays of such. Nothing in it is called, so the server may
 * be asked for its value without harm; a {@code nextval} would be used up.
 */
final class ConstantText {
    /** Strings that a cast reads the clock for. */
    private static final Set<String> CLOCK = Set.of("now", "today", "tomorrow", "yesterday");

    private final TokenCursor tokens;

    private ConstantText(TokenCursor tokens) {
        this.tokens = tokens;
    }

    static boolean isConstant(String sql) {
        try {
            ConstantText text = new ConstantText(new TokenCursor(Tokenizer.tokens(sql, ScratchNames.LEXIS)));
            return text.constant() && text.tokens.atEnd();
        } catch (SqlTextException unreadable) {
            return false;
        }
    }

    private boolean constant() {
        if (tokens.skipOperator("-") || tokens.skipOperator("+")) {
            return constant();
        }
        if (!primary()) {
            return false;
        }
        while (tokens.skipOperator("::")) {
            if (!type()) {
                return false;
            }
        }
        return true;
    }

    private boolean primary() {
        if (tokens.skipOperator("(")) {
            return constant() && tokens.skipOperator(")");
        }
        if (tokens.skipWords("array")) {
            return array();
        }
        if (tokens.skipWords("true") || tokens.skipWords("false") || tokens.skipWords("null")) {
            return true;
        }
        Token token = tokens.next();
        return token.kind() == Token.Kind.NUMBER || token.kind() == Token.Kind.STRING && !readsClock(token.value());
    }

    private static boolean readsClock(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^a-z]+")).anyMatch(CLOCK::contains);
    }

    private boolean array() {
        if (!tokens.skipOperator("[")) {
            return false;
        }
        if (tokens.skipOperator("]")) {
            return true;
        }
        do {
            if (!constant()) {
                return false;
            }
        } while (tokens.skipOperator(","));
        return tokens.skipOperator("]");
    }

    /** {@code character varying(40)[]}, {@code app."Mood"}, {@code timestamp(3) without time zone}. */
    private boolean type() {
        return names() && modifier() && words() && brackets();
    }

    private boolean names() {
        do {
            if (!name()) {
                return false;
            }
        } while (tokens.skipOperator("."));
        return words();
    }

    private boolean name() {
        Token token = tokens.peek();
        return token != null && token.isName() && tokens.next() == token;
    }

    /** What may follow a name or its length: {@code precision}, {@code varying}, {@code without time zone}. */
    private boolean words() {
        Token token = tokens.peek();
        while (token != null && token.kind() == Token.Kind.WORD) {
            tokens.next();
            token = tokens.peek();
        }
        return true;
    }

    private boolean modifier() {
        if (!tokens.skipOperator("(")) {
            return true;
        }
        do {
            if (tokens.next().kind() != Token.Kind.NUMBER) {
                return false;
            }
        } while (tokens.skipOperator(","));
        return tokens.skipOperator(")");
    }

    private boolean brackets() {
        while (tokens.skipOperator("[")) {
            if (!tokens.skipOperator("]")) {
                return false;
            }
        }
        return true;
    }
}
