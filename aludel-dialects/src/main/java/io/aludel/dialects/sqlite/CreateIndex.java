// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.sqlite;

import io.aludel.core.parse.SqlTextException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What only the text of a {@code create index} says. Source: sqlite.org, "CREATE INDEX".
 *
 * @param predicate what stands behind {@code where}
 */
record CreateIndex(List<KeyPart> parts, @Nullable String predicate) {
    /**
     * Reads the statement.
     *
     * @throws SqlTextException if the text is none
     */
    static CreateIndex of(String text) {
        StatementText statement = new StatementText(text);
        statement.tokens.expectWord("create");
        statement.tokens.skipWords("unique");
        statement.tokens.expectWord("index");
        statement.tokens.skipWords("if", "not", "exists");
        statement.qualifiedName();
        statement.tokens.expectWord("on");
        statement.name();
        List<KeyPart> parts = statement.keyParts();
        statement.tokens.expectOperator(")");
        String predicate = statement.tokens.skipWords("where") ? statement.restWritten() : null;
        if (!statement.tokens.atEnd()) {
            throw statement.tokens.unexpected("the end");
        }
        return new CreateIndex(parts, predicate);
    }
}
