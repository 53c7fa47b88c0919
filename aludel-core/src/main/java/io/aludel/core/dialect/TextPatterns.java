// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.dialect;

import io.aludel.core.expr.DialectExpression;
import io.aludel.core.expr.Expression;
import io.aludel.core.expr.TextMatch;
import io.aludel.core.expr.Value;
import io.aludel.core.type.ValueType;
import java.util.List;

/** Turns the plain text of a match into a pattern of {@code like … escape '\'}. */
final class TextPatterns {
    private TextPatterns() {}

    /** How a database is told to escape a text's wildcards. */
    interface Escaping {
        /** The pattern: {@code %} before or behind the text, where these are true. */
        Expression escaped(boolean before, Expression text, boolean after);
    }

    /** The pattern to match with: a value's wildcards are escaped here, those of what only the database knows are escaped there. */
    static Expression pattern(TextMatch match, Escaping there) {
        return switch (match.kind()) {
            case LIKE, ILIKE -> match.pattern();
            case CONTAINS -> around(true, match.pattern(), true, there);
            case STARTS_WITH -> around(false, match.pattern(), true, there);
            case ENDS_WITH -> around(true, match.pattern(), false, there);
        };
    }

    private static Expression around(boolean before, Expression part, boolean after, Escaping there) {
        return part instanceof Value value && value.value() instanceof String text
                ? new Value((before ? "%" : "") + escaped(text) + (after ? "%" : ""), ValueType.STRING)
                : there.escaped(before, part, after);
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    /** A text between two pieces of SQL, which make a pattern of it. */
    record Escaped(String opening, Expression text, String closing) implements DialectExpression {
        @Override
        public List<String> pieces() {
            return List.of(opening, closing);
        }

        @Override
        public List<Expression> operands() {
            return List.of(text);
        }

        @Override
        public DialectExpression withOperands(List<Expression> operands) {
            return new Escaped(opening, operands.get(0), closing);
        }

        @Override
        public ValueType<?> type() {
            return ValueType.STRING;
        }
    }
}
