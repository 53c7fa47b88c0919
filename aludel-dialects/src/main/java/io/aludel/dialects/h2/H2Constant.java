// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.h2;

import io.aludel.core.parse.Lexis;
import io.aludel.core.parse.SqlTextException;
import io.aludel.core.parse.Token;
import io.aludel.core.parse.TokenCursor;
import io.aludel.core.parse.Tokenizer;
import java.util.Set;

/**
 * Recognizes text that is a constant: literals with signs, parentheses and casts. Nothing in it is called, so H2 may be asked for its value without
 * harm; a number of a sequence would be used up.
 */
final class H2Constant {
    /** What may stand before a string and is part of its literal. */
    private static final Set<String> PREFIXES =
            Set.of("date", "time", "timestamp", "uuid", "json", "with", "zone", "without");

    private final TokenCursor tokens;

    private H2Constant(TokenCursor tokens) {
        this.tokens = tokens;
    }

    static boolean isConstant(String sql) {
        try {
            H2Constant text = new H2Constant(new TokenCursor(Tokenizer.tokens(sql, Lexis.STANDARD)));
            return text.constant() && text.tokens.atEnd();
        } catch (SqlTextException unreadable) {
            return false;
        }
    }

    private boolean constant() {
        if (tokens.skipOperator("-") || tokens.skipOperator("+")) {
            return constant();
        }
        if (tokens.skipOperator("(")) {
            return constant() && tokens.skipOperator(")");
        }
        if (tokens.skipWords("cast")) {
            return tokens.skipOperator("(") && constant() && tokens.skipWords("as") && type();
        }
        if (tokens.skipWords("true") || tokens.skipWords("false") || tokens.skipWords("null")) {
            return true;
        }
        while (PREFIXES.stream().anyMatch(tokens::skipWords)) {
            // time with time zone '…'
        }
        Token token = tokens.next();
        return token.kind() == Token.Kind.NUMBER
                || token.kind() == Token.Kind.STRING
                || token.kind() == Token.Kind.BLOB;
    }

    /** The rest of a cast: words, numbers and their parentheses, to its own closing one. */
    private boolean type() {
        int depth = 1;
        while (depth > 0) {
            Token token = tokens.next();
            depth += token.isOperator("(") ? 1 : token.isOperator(")") ? -1 : 0;
            boolean part = token.kind() == Token.Kind.WORD
                    || token.kind() == Token.Kind.NUMBER
                    || token.isOperator("(")
                    || token.isOperator(")")
                    || token.isOperator(",");
            if (!part) {
                return false;
            }
        }
        return true;
    }
}
