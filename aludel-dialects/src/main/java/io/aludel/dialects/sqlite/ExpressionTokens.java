// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.sqlite;

import io.aludel.core.parse.Token;
import io.aludel.core.parse.Tokenizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The tokens of an expression in one form for each: names without quotes, case and table, operators in one spelling, without parentheses around
 * the whole or around a single token. Equal forms mean the same; different ones may.
 */
final class ExpressionTokens {
    /** Source: sqlite.org, "SQLite Keywords"; without those that can only begin a statement. */
    private static final Set<String> KEYWORDS = Set.of("""
            all and as asc between by case cast collate current_date current_time current_timestamp desc distinct else
            end escape except exists false filter from glob group having in intersect is isnull join like limit match not
            notnull null offset on or order over partition raise regexp select set then true union using values when
            where with
            """.strip().split("\\s+"));

    private static final Map<String, String> OPERATORS = Map.of("!=", "<>", "==", "=");

    private ExpressionTokens() {}

    /** The form of the expression over this table. */
    static List<String> of(String expression, String table) {
        List<Token> tokens = new ArrayList<>(Tokenizer.tokens(expression, SqliteNames.LEXIS));
        removeTable(tokens, table);
        while (isWrapped(tokens)) {
            tokens = tokens.subList(1, tokens.size() - 1);
        }
        return unwrapSingles(tokens).stream().map(ExpressionTokens::form).toList();
    }

    private static void removeTable(List<Token> tokens, String table) {
        for (int i = 0; i + 2 < tokens.size(); i++) {
            if (tokens.get(i).isName()
                    && SqliteNames.same(tokens.get(i).value(), table)
                    && tokens.get(i + 1).isOperator(".")
                    && tokens.get(i + 2).isName()) {
                tokens.subList(i, i + 2).clear();
            }
        }
    }

    /** Whether the first parenthesis is closed by the last. */
    static boolean isWrapped(List<Token> tokens) {
        if (tokens.size() < 3 || !tokens.get(0).isOperator("(")) {
            return false;
        }
        int depth = 0;
        for (int i = 0; i < tokens.size(); i++) {
            depth += tokens.get(i).isOperator("(") ? 1 : tokens.get(i).isOperator(")") ? -1 : 0;
            if (depth == 0) {
                return i == tokens.size() - 1;
            }
        }
        return false;
    }

    /** {@code (a)} becomes {@code a}, unless it is a list or the arguments of a call. */
    private static List<Token> unwrapSingles(List<Token> tokens) {
        List<Token> result = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            boolean single = i + 2 < tokens.size()
                    && tokens.get(i).isOperator("(")
                    && tokens.get(i + 2).isOperator(")")
                    && tokens.get(i + 1).kind() != Token.Kind.OPERATOR;
            boolean free = i == 0
                    || tokens.get(i - 1).kind() == Token.Kind.OPERATOR
                            && !tokens.get(i - 1).isOperator(")")
                    || List.of("and", "or", "not", "when", "then", "else", "between").stream()
                            .anyMatch(tokens.get(i - 1)::isWord);
            if (single && free) {
                result.add(tokens.get(i + 1));
                i += 2;
            } else {
                result.add(tokens.get(i));
            }
        }
        return result;
    }

    private static String form(Token token) {
        return switch (token.kind()) {
            case WORD -> {
                String word = SqliteNames.folded(token.text());
                yield KEYWORDS.contains(word) ? "word " + word : "name " + word;
            }
            case QUOTED_NAME -> "name " + SqliteNames.folded(token.value());
            case STRING -> "text " + token.value();
            case NUMBER -> "number " + SqliteNames.folded(token.text());
            case BLOB -> "blob " + SqliteNames.folded(token.value());
            case OPERATOR -> "operator " + OPERATORS.getOrDefault(token.text(), token.text());
            case PARAMETER -> "parameter " + token.text();
        };
    }
}
