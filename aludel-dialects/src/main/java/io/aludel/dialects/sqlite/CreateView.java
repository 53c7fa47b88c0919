// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.sqlite;

import io.aludel.core.parse.SqlTextException;
import java.util.List;

/**
 * A {@code create view}. Source: sqlite.org, "CREATE VIEW".
 *
 * @param columns empty where the statement names none
 * @param query as it was written, comments included
 */
record CreateView(List<String> columns, String query) {
    /**
     * Reads the statement.
     *
     * @throws SqlTextException if the text is none
     */
    static CreateView of(String text) {
        StatementText statement = new StatementText(text);
        statement.tokens.expectWord("create");
        statement.skipTemporary();
        statement.tokens.expectWord("view");
        statement.tokens.skipWords("if", "not", "exists");
        statement.qualifiedName();
        List<String> columns = statement.tokens.atOperator("(") ? statement.names() : List.of();
        if (!statement.tokens.atWord("as")) {
            throw statement.tokens.unexpected("\"as\"");
        }
        String query = statement.restAfter(statement.tokens.next());
        if (statement.tokens.atEnd()) {
            throw statement.tokens.unexpected("a query");
        }
        return new CreateView(columns, query);
    }
}
