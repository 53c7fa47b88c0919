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

    /** The pattern to match with: a value's wildcards are escaped here, those of what only the database knows are escaped there. */
    static Expression pattern(TextMatch match) {
        return switch (match.kind()) {
            case LIKE, ILIKE -> match.pattern();
            case CONTAINS -> around("%", match.pattern(), "%");
            case STARTS_WITH -> around("", match.pattern(), "%");
            case ENDS_WITH -> around("%", match.pattern(), "");
        };
    }

    private static Expression around(String before, Expression part, String after) {
        if (part instanceof Value value && value.value() instanceof String text) {
            return new Value(before + escaped(text) + after, ValueType.STRING);
        }
        return new Escaped(
                (before.isEmpty() ? "" : "'" + before + "' || "), part, (after.isEmpty() ? "" : " || '" + after + "'"));
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    /** A text whose wildcards the database escapes. */
    private record Escaped(String before, Expression text, String after) implements DialectExpression {
        @Override
        public List<String> pieces() {
            return List.of(before + "replace(replace(replace(", ", '\\', '\\\\'), '%', '\\%'), '_', '\\_')" + after);
        }

        @Override
        public List<Expression> operands() {
            return List.of(text);
        }

        @Override
        public DialectExpression withOperands(List<Expression> operands) {
            return new Escaped(before, operands.get(0), after);
        }

        @Override
        public ValueType<?> type() {
            return ValueType.STRING;
        }
    }
}
