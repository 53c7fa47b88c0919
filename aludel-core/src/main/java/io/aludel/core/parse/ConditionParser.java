// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.parse;

import io.aludel.core.expr.Expression;
import io.aludel.core.type.ValueType;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads what a user wrote as SQL text (the condition of a check, the predicate of an index, a default) into the expression tree, so
 * that each database can be told in its own words. It reads only what means the same everywhere, and otherwise says what stands in the
 * way: integers divided, text compared with numbers, functions that databases spell or understand differently. Safe to share.
 */
public final class ConditionParser {
    private final Function<String, ? extends Optional<? extends ValueType<?>>> columns;

    /**
     * @param columns the type of a column by its logical name; empty if there is no such column, which makes the text unreadable
     */
    public ConditionParser(Function<String, ? extends Optional<? extends ValueType<?>>> columns) {
        this.columns = Objects.requireNonNull(columns, "columns");
    }

    /** Reads a condition: something that is true, false or unknown. */
    public Reading condition(String text) {
        return read(text, parser -> {
            int start = parser.position();
            return parser.types().requireCondition(whole(parser), start);
        });
    }

    /** Reads a value of any type: a part of an index, a generated column. */
    public Reading expression(String text) {
        return read(text, ConditionParser::whole);
    }

    /**
     * Reads the default of a column, which names no column: a literal, {@code current_timestamp}, or something computed from such.
     *
     * @param type the column's type, which a literal takes: {@code 1} for a boolean is true
     */
    public static Reading defaultValue(String text, ValueType<?> type) {
        Objects.requireNonNull(type, "type");
        return new ConditionParser(column -> Optional.empty()).read(text, parser -> {
            int start = parser.position();
            return parser.types().assign(whole(parser), type, start);
        });
    }

    private Reading read(String text, Function<ExpressionParser, Expression> rule) {
        try {
            List<Token> tokens = Tokenizer.tokens(text, Lexis.STANDARD);
            if (tokens.isEmpty()) {
                return new Reading.Unreadable("The text is empty", 0);
            }
            ExpressionParser parser = new ExpressionParser(new TokenCursor(tokens), columns);
            return new Reading.Of(rule.apply(parser));
        } catch (SqlTextException e) {
            return new Reading.Unreadable(e.reason(), e.position());
        }
    }

    private static Expression whole(ExpressionParser parser) {
        Expression expression = parser.expression();
        parser.expectEnd();
        return expression;
    }
}
