// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.parse;

import io.aludel.core.expr.Arithmetic;
import io.aludel.core.expr.Between;
import io.aludel.core.expr.Case;
import io.aludel.core.expr.ColumnRef;
import io.aludel.core.expr.Comparison;
import io.aludel.core.expr.Expression;
import io.aludel.core.expr.FunctionCall;
import io.aludel.core.expr.InList;
import io.aludel.core.expr.IsNull;
import io.aludel.core.expr.Logical;
import io.aludel.core.expr.Not;
import io.aludel.core.expr.NullLiteral;
import io.aludel.core.expr.TextMatch;
import io.aludel.core.expr.Value;
import io.aludel.core.type.ValueType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Recursive descent, one method a level of precedence, lowest first. Where databases disagree about precedence (a predicate directly
 * behind another) parentheses are demanded.
 */
final class ExpressionParser {
    /** Deeper nesting is no condition that a person wrote. */
    private static final int MAX_DEPTH = 200;

    private static final Map<String, Comparison.Operator> COMPARISONS = Map.of(
            "=", Comparison.Operator.EQ,
            "==", Comparison.Operator.EQ,
            "<>", Comparison.Operator.NE,
            "!=", Comparison.Operator.NE,
            "<", Comparison.Operator.LT,
            "<=", Comparison.Operator.LE,
            ">", Comparison.Operator.GT,
            ">=", Comparison.Operator.GE);

    /** Words of the grammar, which name a column only in quotes. */
    private static final Set<String> KEYWORDS = Set.of(
            "all",
            "and",
            "any",
            "array",
            "as",
            "between",
            "case",
            "cast",
            "collate",
            "distinct",
            "else",
            "end",
            "escape",
            "exists",
            "from",
            "glob",
            "ilike",
            "in",
            "interval",
            "is",
            "isnull",
            "like",
            "match",
            "not",
            "notnull",
            "null",
            "on",
            "or",
            "regexp",
            "row",
            "select",
            "similar",
            "some",
            "then",
            "using",
            "when",
            "where");

    private final TokenCursor tokens;
    private final Function<String, ? extends Optional<? extends ValueType<?>>> columns;
    private final OperandTypes types = new OperandTypes();
    private final FunctionReader functions = new FunctionReader(this);
    private int depth;

    ExpressionParser(TokenCursor tokens, Function<String, ? extends Optional<? extends ValueType<?>>> columns) {
        this.tokens = tokens;
        this.columns = columns;
    }

    OperandTypes types() {
        return types;
    }

    TokenCursor tokens() {
        return tokens;
    }

    int position() {
        return tokens.position();
    }

    void expectEnd() {
        if (!tokens.atEnd()) {
            throw tokens.unexpected("the end");
        }
    }

    Expression expression() {
        return nested(this::or);
    }

    private Expression or() {
        return connected(Logical.Connective.OR, "or", this::and);
    }

    private Expression and() {
        return connected(Logical.Connective.AND, "and", this::not);
    }

    private Expression connected(Logical.Connective connective, String word, Supplier<Expression> operand) {
        int start = position();
        Expression first = operand.get();
        if (!tokens.atWord(word)) {
            return first;
        }
        List<Expression> operands = new ArrayList<>();
        operands.add(types.requireCondition(first, start));
        while (tokens.skipWords(word)) {
            int next = position();
            operands.add(types.requireCondition(operand.get(), next));
        }
        return new Logical(connective, operands);
    }

    private Expression not() {
        if (!tokens.skipWords("not")) {
            return predicate();
        }
        int start = position();
        return new Not(types.requireCondition(nested(this::not), start));
    }

    private Expression predicate() {
        int start = position();
        Expression left = concatenation();
        Expression predicate = predicateOn(left, start);
        if (predicate == null) {
            return left;
        }
        if (atPredicate()) {
            throw new SqlTextException(
                    "Databases disagree about what a comparison directly behind another means; use parentheses",
                    position());
        }
        return predicate;
    }

    private boolean atPredicate() {
        Token next = tokens.peek();
        return next != null
                && (next.kind() == Token.Kind.OPERATOR && COMPARISONS.containsKey(next.text())
                        || List.of("is", "isnull", "notnull", "not", "between", "in", "like", "ilike").stream()
                                .anyMatch(next::isWord));
    }

    private @Nullable Expression predicateOn(Expression left, int start) {
        Token next = tokens.peek();
        if (next == null) {
            return null;
        }
        if (next.kind() == Token.Kind.OPERATOR && COMPARISONS.containsKey(next.text())) {
            tokens.next();
            int position = position();
            List<Expression> pair = types.comparable(List.of(left, concatenation()), position);
            return new Comparison(COMPARISONS.get(next.text()), pair.get(0), pair.get(1));
        }
        if (tokens.skipWords("isnull") || tokens.skipWords("is", "null")) {
            return new IsNull(left, false);
        }
        if (tokens.skipWords("notnull") || tokens.skipWords("not", "null") || tokens.skipWords("is", "not", "null")) {
            return new IsNull(left, true);
        }
        if (tokens.atWord("is")) {
            throw new SqlTextException("After \"is\" only \"null\" and \"not null\" are understood", position());
        }
        boolean negated = tokens.skipWords("not");
        Expression positive = positive(left, start);
        if (positive == null && negated) {
            throw tokens.unexpected("\"between\", \"in\" or \"like\" after \"not\"");
        }
        return positive != null && negated ? new Not(positive) : positive;
    }

    private @Nullable Expression positive(Expression left, int start) {
        int position = position();
        if (tokens.skipWords("between")) {
            if (tokens.atWord("symmetric")) {
                throw tokens.unexpected("the lower bound");
            }
            Expression low = concatenation();
            tokens.expectWord("and");
            List<Expression> all = types.comparable(List.of(left, low, concatenation()), position);
            return new Between(all.get(0), all.get(1), all.get(2));
        }
        if (tokens.skipWords("in")) {
            tokens.expectOperator("(");
            List<Expression> all = new ArrayList<>(List.of(left));
            all.addAll(arguments());
            if (all.size() == 1) {
                throw new SqlTextException("The list after \"in\" is empty", position);
            }
            all = types.comparable(all, position);
            return new InList(all.get(0), all.subList(1, all.size()));
        }
        if (tokens.skipWords("like")) {
            return match(TextMatch.Kind.LIKE, left, start);
        }
        if (tokens.skipWords("ilike")) {
            return match(TextMatch.Kind.ILIKE, left, start);
        }
        return null;
    }

    /** Only with a constant pattern: what a backslash in it means without {@code escape} depends on the database. */
    private Expression match(TextMatch.Kind kind, Expression left, int start) {
        Expression text = types.requireText(left, start);
        int position = position();
        Token pattern = tokens.next();
        if (pattern.kind() != Token.Kind.STRING) {
            throw new SqlTextException("A pattern must be a quoted text", position);
        }
        Value read = new Value(LikePattern.withBackslash(pattern.value(), escape(), position), ValueType.STRING);
        return new TextMatch(kind, text, read);
    }

    private @Nullable String escape() {
        if (!tokens.skipWords("escape")) {
            return null;
        }
        int position = position();
        Token escape = tokens.next();
        if (escape.kind() != Token.Kind.STRING || escape.value().codePoints().count() != 1) {
            throw new SqlTextException("After \"escape\" stands one quoted character", position);
        }
        return escape.value();
    }

    private Expression concatenation() {
        int start = position();
        Expression first = sum();
        if (!tokens.atOperator("||")) {
            return first;
        }
        List<Expression> parts = new ArrayList<>();
        parts.add(types.requireText(first, start));
        while (tokens.skipOperator("||")) {
            int next = position();
            parts.add(types.requireText(sum(), next));
        }
        return new FunctionCall(FunctionCall.Function.CONCAT, parts, false, ValueType.STRING);
    }

    private Expression sum() {
        Expression left = product();
        while (tokens.atOperator("+") || tokens.atOperator("-")) {
            int position = position();
            boolean plus = tokens.next().text().equals("+");
            left = types.arithmetic(
                    plus ? Arithmetic.Operator.PLUS : Arithmetic.Operator.MINUS, left, product(), position);
        }
        return left;
    }

    private Expression product() {
        Expression left = signed();
        while (tokens.atOperator("*") || tokens.atOperator("/") || tokens.atOperator("%")) {
            int position = position();
            Arithmetic.Operator operator = switch (tokens.next().text()) {
                case "*" -> Arithmetic.Operator.TIMES;
                case "/" -> Arithmetic.Operator.DIVIDE;
                default -> Arithmetic.Operator.REMAINDER;
            };
            left = types.arithmetic(operator, left, signed(), position);
        }
        return left;
    }

    private Expression signed() {
        int position = position();
        if (tokens.skipOperator("+")) {
            return types.requireNumber(nested(this::signed), position);
        }
        if (!tokens.skipOperator("-")) {
            return primary();
        }
        Expression operand = types.requireNumber(nested(this::signed), position);
        return operand instanceof Value value
                ? Constants.negated(value)
                : types.arithmetic(Arithmetic.Operator.MINUS, Constants.number(BigDecimal.ZERO), operand, position);
    }

    private Expression primary() {
        int position = position();
        Token token = tokens.next();
        switch (token.kind()) {
            case NUMBER -> {
                return Constants.number(token);
            }
            case STRING -> {
                return new Value(token.value(), ValueType.STRING);
            }
            case BLOB -> {
                return new Value(Constants.bytes(token.value()), ValueType.BYTES);
            }
            case QUOTED_NAME -> {
                return column(token, position);
            }
            case WORD -> {
                return word(token, position);
            }
            case PARAMETER -> throw new SqlTextException("A parameter has no place here", position);
            case OPERATOR -> {
                if (!token.text().equals("(")) {
                    throw new SqlTextException("Expected a value but found \"" + token.text() + "\"", position);
                }
                Expression inner = expression();
                if (tokens.atOperator(",")) {
                    throw new SqlTextException("A row of several values is not understood", position);
                }
                tokens.expectOperator(")");
                return inner;
            }
        }
        throw new SqlTextException("Expected a value but found \"" + token.text() + "\"", position);
    }

    private Expression word(Token token, int position) {
        String word = token.folded();
        Token next = tokens.peek();
        if (next != null && next.kind() == Token.Kind.STRING) {
            return Constants.typed(word, tokens.next().value(), position);
        }
        switch (word) {
            case "null" -> {
                return new NullLiteral(ValueType.STRING);
            }
            case "true", "false" -> {
                return new Value(word.equals("true"), ValueType.BOOLEAN);
            }
            case "case" -> {
                return caseWhen(position);
            }
            case "current_date" -> {
                return FunctionCall.of(FunctionCall.Function.CURRENT_DATE, ValueType.LOCAL_DATE);
            }
            case "current_timestamp" -> {
                if (tokens.atOperator("(")) {
                    throw tokens.unexpected("\"current_timestamp\" without a precision");
                }
                return FunctionCall.of(FunctionCall.Function.CURRENT_TIMESTAMP, ValueType.OFFSET_DATE_TIME);
            }
            case "cast" -> {
                return functions.cast(position);
            }
            default -> {
                if (KEYWORDS.contains(word)) {
                    throw new SqlTextException("\"" + token.text() + "\" is not understood here", position);
                }
                return tokens.atOperator("(") ? functions.call(word, position) : column(token, position);
            }
        }
    }

    private Expression column(Token token, int position) {
        if (tokens.atOperator(".")) {
            throw new SqlTextException("Write the column's name without its table's", position);
        }
        if (token.kind() == Token.Kind.QUOTED_NAME && tokens.atOperator("(")) {
            throw new SqlTextException("The function " + token.text() + " is not known to every database", position);
        }
        for (String name : List.of(token.folded(), token.value())) {
            Optional<? extends ValueType<?>> type = columns.apply(name);
            if (type.isPresent()) {
                return new ColumnRef("", name, type.get());
            }
        }
        throw new SqlTextException("There is no column \"" + token.value() + "\"", position);
    }

    /** {@code case x when a …} becomes {@code case when x = a …}, which is what it means. */
    private Expression caseWhen(int position) {
        Expression subject = tokens.atWord("when") ? null : expression();
        List<Expression> conditions = new ArrayList<>();
        List<Expression> results = new ArrayList<>();
        while (tokens.skipWords("when")) {
            int start = position();
            Expression when = expression();
            if (subject == null) {
                conditions.add(types.requireCondition(when, start));
            } else {
                List<Expression> pair = types.comparable(List.of(subject, when), start);
                conditions.add(new Comparison(Comparison.Operator.EQ, pair.get(0), pair.get(1)));
            }
            tokens.expectWord("then");
            results.add(expression());
        }
        if (conditions.isEmpty()) {
            throw tokens.unexpected("\"when\"");
        }
        boolean otherwise = tokens.skipWords("else");
        if (otherwise) {
            results.add(expression());
        }
        tokens.expectWord("end");
        List<Expression> unified = types.comparable(results, position);
        List<Case.When> whens = new ArrayList<>();
        for (int i = 0; i < conditions.size(); i++) {
            whens.add(new Case.When(conditions.get(i), unified.get(i)));
        }
        return new Case(whens, otherwise ? unified.get(unified.size() - 1) : null, types.widest(unified));
    }

    /** What stands in parentheses after a function's name or {@code in}; the opening one is taken already. */
    List<Expression> arguments() {
        List<Expression> arguments = new ArrayList<>();
        if (tokens.skipOperator(")")) {
            return arguments;
        }
        do {
            arguments.add(expression());
        } while (tokens.skipOperator(","));
        tokens.expectOperator(")");
        return arguments;
    }

    private Expression nested(Supplier<Expression> rule) {
        if (++depth > MAX_DEPTH) {
            throw new SqlTextException("The text is nested more than " + MAX_DEPTH + " levels deep", position());
        }
        try {
            return rule.get();
        } finally {
            depth--;
        }
    }
}
