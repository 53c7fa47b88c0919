// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.parse;

import io.aludel.core.expr.Arithmetic;
import io.aludel.core.expr.Case;
import io.aludel.core.expr.Cast;
import io.aludel.core.expr.Comparison;
import io.aludel.core.expr.Expression;
import io.aludel.core.expr.FunctionCall;
import io.aludel.core.expr.FunctionCall.Function;
import io.aludel.core.expr.NullLiteral;
import io.aludel.core.expr.Value;
import io.aludel.core.type.BasicType;
import io.aludel.core.type.ValueType;
import java.math.BigDecimal;
import java.util.List;

/** Function calls and casts, as far as they mean the same on every database. */
final class FunctionReader {
    private final ExpressionParser parser;

    FunctionReader(ExpressionParser parser) {
        this.parser = parser;
    }

    /** A call; the name is taken, the opening parenthesis is to come. */
    Expression call(String name, int position) {
        parser.tokens().expectOperator("(");
        if (parser.tokens().atWord("distinct") || parser.tokens().atOperator("*")) {
            throw new SqlTextException("An aggregate has no place here", position);
        }
        if (parser.tokens().atWord("both")
                || parser.tokens().atWord("leading")
                || parser.tokens().atWord("trailing")) {
            throw new SqlTextException("Only \"trim\" of blanks on both sides is understood", position);
        }
        List<Expression> arguments = parser.arguments();
        OperandTypes types = parser.types();
        switch (name) {
            case "lower", "upper" ->
                throw new SqlTextException(
                        "Which letters \"" + name + "\" knows beyond a to z depends on the database", position);
            case "trim" -> {
                return text(Function.TRIM, name, arguments, ValueType.STRING, position);
            }
            case "length", "char_length", "character_length" -> {
                return text(Function.LENGTH, name, arguments, ValueType.INTEGER, position);
            }
            case "abs" -> {
                Expression number = types.requireNumber(only(name, arguments, position), position);
                return FunctionCall.of(Function.ABS, number.type(), number);
            }
            case "coalesce", "ifnull" -> {
                if (arguments.size() < 2) {
                    throw new SqlTextException("\"" + name + "\" needs two arguments at least", position);
                }
                List<Expression> same = types.comparable(arguments, position);
                return new FunctionCall(Function.COALESCE, same, false, types.widest(same));
            }
            case "nullif" -> {
                return nullIf(arguments, position);
            }
            case "mod" -> {
                count(name, arguments, 2, position);
                return types.arithmetic(Arithmetic.Operator.REMAINDER, arguments.get(0), arguments.get(1), position);
            }
            case "round" -> {
                return round(arguments, position);
            }
            default ->
                throw new SqlTextException("The function \"" + name + "\" is not known to every database", position);
        }
    }

    private Expression text(
            Function function, String name, List<Expression> arguments, ValueType<?> type, int position) {
        Expression text = parser.types().requireText(only(name, arguments, position), position);
        return FunctionCall.of(function, type, text);
    }

    private Expression nullIf(List<Expression> arguments, int position) {
        count("nullif", arguments, 2, position);
        List<Expression> pair = parser.types().comparable(arguments, position);
        Expression result = arguments.get(0);
        return new Case(
                List.of(new Case.When(
                        new Comparison(Comparison.Operator.EQ, pair.get(0), pair.get(1)),
                        new NullLiteral(result.type()))),
                result,
                result.type());
    }

    private Expression round(List<Expression> arguments, int position) {
        if (arguments.isEmpty()
                || arguments.size() > 2
                || !parser.types().isDecimal(arguments.get(0).type())) {
            throw new SqlTextException("Only decimals are rounded alike everywhere", position);
        }
        Expression places = arguments.size() == 2 ? arguments.get(1) : Constants.number(BigDecimal.ZERO);
        if (!(places instanceof Value value) || !(value.value() instanceof Integer number) || number < 0) {
            throw new SqlTextException("The places to round to must be a whole number", position);
        }
        return FunctionCall.of(Function.ROUND, ValueType.DECIMAL, arguments.get(0), places);
    }

    /** Only casts that lose nothing: what a loss looks like depends on the database. */
    Expression cast(int position) {
        TokenCursor tokens = parser.tokens();
        tokens.expectOperator("(");
        Expression operand = parser.expression();
        tokens.expectWord("as");
        BasicType<?> target = castTarget(position);
        tokens.expectOperator(")");
        boolean integer = parser.types().isInteger(operand.type());
        boolean text = operand.type().javaType() == String.class;
        boolean widens = integer
                && (target.javaType() == Long.class
                        || target.equals(ValueType.DECIMAL)
                        || target.equals(ValueType.STRING));
        if (widens || text && target.equals(ValueType.STRING)) {
            return new Cast(operand, target);
        }
        throw new SqlTextException("What this cast gives depends on the database", position);
    }

    private BasicType<?> castTarget(int position) {
        String name = parser.tokens().next().folded();
        if (parser.tokens().atOperator("(")) {
            throw new SqlTextException("A cast to a type with a length or scale depends on the database", position);
        }
        return switch (name) {
            case "bigint" -> ValueType.LONG;
            case "decimal", "numeric" -> ValueType.DECIMAL;
            case "text", "varchar" -> ValueType.STRING;
            default ->
                throw new SqlTextException("What a cast to \"" + name + "\" gives depends on the database", position);
        };
    }

    private static Expression only(String name, List<Expression> arguments, int position) {
        count(name, arguments, 1, position);
        return arguments.get(0);
    }

    private static void count(String name, List<Expression> arguments, int expected, int position) {
        if (arguments.size() != expected) {
            throw new SqlTextException(
                    "\"" + name + "\" takes " + expected + " arguments, not " + arguments.size(), position);
        }
    }
}
