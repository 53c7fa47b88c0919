// SPDX-License-Identifier: Apache-2.0
package io.aludel.testkit;

import io.aludel.core.dialect.Dialect;
import io.aludel.core.dialect.ReservedWords;
import io.aludel.core.parse.Lexis;
import io.aludel.core.parse.Token;
import io.aludel.core.parse.Tokenizer;
import java.util.List;
import java.util.Set;

/**
 * SQL that a test writes once for all databases, with bare names where they are portable, in the way a dialect writes names. Of the words, names are
 * those that no database reserves and that nobody calls.
 */
public final class BareNames {
    /** What our SQL says besides reserved words. */
    private static final Set<String> WORDS = Set.of("final", "first", "last", "nulls");

    private BareNames() {}

    /** The text with names as the dialect writes them. */
    public static String in(String sql, Dialect dialect) {
        StringBuilder written = new StringBuilder(sql);
        List<Token> tokens = Tokenizer.tokens(sql, Lexis.STANDARD);
        for (int i = tokens.size() - 1; i >= 0; i--) {
            Token token = tokens.get(i);
            boolean called = i + 1 < tokens.size()
                    && tokens.get(i + 1).isOperator("(")
                    && tokens.get(i + 1).start() == token.end();
            if (token.kind() == Token.Kind.WORD
                    && !called
                    && !WORDS.contains(token.text())
                    && ReservedWords.isPortable(token.text())) {
                written.replace(token.start(), token.end(), dialect.quote(token.text()));
            }
        }
        return written.toString();
    }
}
