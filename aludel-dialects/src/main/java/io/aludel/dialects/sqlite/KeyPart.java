// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.sqlite;

import io.aludel.core.parse.Token;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of an index or a key, as it was written. Whether {@code a || b collate nocase} compares the whole or only {@code b} so, the text does not
 * tell; SQLite does.
 *
 * @param text without direction and without parentheses around it
 * @param collation the one that stands at its end, parentheses aside; null for none
 * @param uncollated the text without that collation
 * @param column the name that remains if all collations and parentheses go; null for an expression
 */
record KeyPart(
        String text,
        @Nullable String collation,
        String uncollated,
        @Nullable String column,
        boolean descending) {
    static KeyPart of(List<Token> tokens, boolean descending, StatementText statement) {
        List<Token> part = unwrapped(tokens);
        String collation = isCollated(part) ? part.get(part.size() - 1).value() : null;
        List<Token> uncollated = collation == null ? part : unwrapped(part.subList(0, part.size() - 2));
        List<Token> bare = uncollated;
        while (isCollated(bare)) {
            bare = unwrapped(bare.subList(0, bare.size() - 2));
        }
        boolean name = bare.size() == 1 && StatementText.isName(bare.get(0));
        return new KeyPart(
                statement.written(part),
                collation,
                statement.written(uncollated),
                name ? bare.get(0).value() : null,
                descending);
    }

    private static boolean isCollated(List<Token> part) {
        int size = part.size();
        return size > 2 && part.get(size - 2).isWord("collate") && StatementText.isName(part.get(size - 1));
    }

    private static List<Token> unwrapped(List<Token> part) {
        List<Token> inner = part;
        while (ExpressionTokens.isWrapped(inner)) {
            inner = inner.subList(1, inner.size() - 1);
        }
        return inner;
    }
}
