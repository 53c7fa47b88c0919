// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.script;

import io.aludel.core.expr.Arithmetic;
import io.aludel.core.expr.AttributeRef;
import io.aludel.core.expr.Between;
import io.aludel.core.expr.Case;
import io.aludel.core.expr.Cast;
import io.aludel.core.expr.CodePointOrder;
import io.aludel.core.expr.ColumnRef;
import io.aludel.core.expr.Comparison;
import io.aludel.core.expr.DialectExpression;
import io.aludel.core.expr.EntityValue;
import io.aludel.core.expr.Exists;
import io.aludel.core.expr.Expression;
import io.aludel.core.expr.FunctionCall;
import io.aludel.core.expr.InList;
import io.aludel.core.expr.InSelect;
import io.aludel.core.expr.IsNull;
import io.aludel.core.expr.Logical;
import io.aludel.core.expr.Not;
import io.aludel.core.expr.NullLiteral;
import io.aludel.core.expr.Parameter;
import io.aludel.core.expr.RawSql;
import io.aludel.core.expr.ScalarSelect;
import io.aludel.core.expr.TextMatch;
import io.aludel.core.expr.Value;
import io.aludel.core.type.ConvertedType;
import io.aludel.migrate.MigrationException;
import io.aludel.migrate.op.Term;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Conditions, defaults and computed values as Java source: calls of {@link Term}. */
final class TermPrinter implements Expression.Visitor<JavaChain> {
    private final Imports imports;
    private final JavaLiteral literals;
    private final TypePrinter types;

    TermPrinter(Imports imports) {
        this.imports = imports;
        this.literals = new JavaLiteral(imports);
        this.types = new TypePrinter(imports);
    }

    /** Source whose type is {@link Term}. */
    JavaChain term(Expression expression) {
        return expression.accept(this);
    }

    /** Source for where a plain value will do as well. */
    JavaChain argument(Expression expression) {
        return expression instanceof Value value ? JavaChain.word(literal(value)) : term(expression);
    }

    private List<JavaChain> arguments(List<Expression> expressions) {
        return expressions.stream().map(this::argument).toList();
    }

    private String literal(Value value) {
        return literals.of(
                value.type() instanceof ConvertedType<?, ?> converted
                        ? converted.toStored(value.value())
                        : value.value());
    }

    private JavaChain start(String method, String... words) {
        return start(method, JavaChain.words(List.of(words)));
    }

    private JavaChain start(String method, List<JavaChain> arguments) {
        return JavaChain.function(imports.staticOf(Term.class, method), arguments);
    }

    private JavaChain on(Expression receiver, String method, Expression... arguments) {
        return term(receiver).call(method, arguments(List.of(arguments)));
    }

    @Override
    public JavaChain value(Value value) {
        return start("value", literal(value));
    }

    @Override
    public JavaChain nullLiteral(NullLiteral literal) {
        return start("nullValue");
    }

    @Override
    public JavaChain column(ColumnRef column) {
        return start("column", JavaLiteral.quoted(column.column()));
    }

    @Override
    public JavaChain rawSql(RawSql raw) {
        String dialect = raw.dialect();
        String text = JavaLiteral.quoted(raw.text());
        return dialect == null ? start("rawSql", text) : start("rawSql", JavaLiteral.quoted(dialect), text);
    }

    @Override
    public JavaChain comparison(Comparison comparison) {
        String method = comparison.operator().name().toLowerCase(Locale.ROOT);
        return on(comparison.left(), method, comparison.right());
    }

    @Override
    public JavaChain textMatch(TextMatch match) {
        String method = switch (match.kind()) {
            case LIKE -> "like";
            case ILIKE -> "ilike";
            case CONTAINS -> "contains";
            case STARTS_WITH -> "startsWith";
            case ENDS_WITH -> "endsWith";
        };
        return on(match.text(), method, match.pattern());
    }

    @Override
    public JavaChain between(Between between) {
        return on(between.operand(), "between", between.low(), between.high());
    }

    @Override
    public JavaChain inList(InList in) {
        return term(in.operand()).call("in", arguments(in.options()));
    }

    @Override
    public JavaChain isNull(IsNull isNull) {
        return on(isNull.operand(), isNull.negated() ? "isNotNull" : "isNull");
    }

    @Override
    public JavaChain logical(Logical logical) {
        String method = logical.connective().name().toLowerCase(Locale.ROOT);
        JavaChain chain = term(logical.operands().get(0));
        for (Expression operand :
                logical.operands().subList(1, logical.operands().size())) {
            chain = chain.call(method, List.of(term(operand)));
        }
        return chain;
    }

    @Override
    public JavaChain not(Not not) {
        return start("not", List.of(term(not.condition())));
    }

    @Override
    public JavaChain arithmetic(Arithmetic arithmetic) {
        String method = switch (arithmetic.operator()) {
            case PLUS -> "plus";
            case MINUS -> "minus";
            case TIMES -> "times";
            case DIVIDE -> "dividedBy";
            case INTEGER_DIVIDE -> "integerDividedBy";
            case REMAINDER -> "remainder";
        };
        return on(arithmetic.left(), method, arithmetic.right());
    }

    @Override
    public JavaChain function(FunctionCall call) {
        List<Expression> arguments = call.arguments();
        return switch (call.function()) {
            case CURRENT_DATE -> start("currentDate");
            case CURRENT_TIMESTAMP -> start("currentTimestamp");
            case CONCAT -> start("concat", arguments(arguments));
            case COALESCE -> start("coalesce", arguments(arguments));
            case LOWER, UPPER, LENGTH, TRIM, ABS ->
                on(arguments.get(0), call.function().name().toLowerCase(Locale.ROOT));
            case ROUND -> on(arguments.get(0), "round", arguments.get(1));
            case SUBSTRING, POSITION -> throw unprintable("a part of a text");
            case YEAR,
                    MONTH,
                    DAY,
                    HOUR,
                    MINUTE,
                    SECOND,
                    DATE_OF,
                    PLUS_MONTHS,
                    PLUS_DAYS,
                    PLUS_MICROSECONDS,
                    DAYS_BETWEEN,
                    MICROSECONDS_BETWEEN -> throw unprintable("a computed time");
            case COUNT_ROWS, COUNT, SUM, AVG, MIN, MAX -> throw unprintable("an aggregate");
        };
    }

    @Override
    public JavaChain caseWhen(Case caseWhen) {
        JavaChain chain = null;
        for (Case.When when : caseWhen.whens()) {
            List<JavaChain> arguments = List.of(term(when.condition()), argument(when.result()));
            chain = chain == null ? start("when", arguments) : chain.call("when", arguments);
        }
        Expression otherwise = caseWhen.otherwise();
        JavaChain branches = Objects.requireNonNull(chain, "a case has a branch");
        return otherwise == null ? branches.call("end") : branches.call("otherwise", List.of(argument(otherwise)));
    }

    @Override
    public JavaChain cast(Cast cast) {
        return term(cast.operand()).call("cast", types.of(cast.type().sqlType()));
    }

    @Override
    public JavaChain codePointOrder(CodePointOrder order) {
        return on(order.text(), "byCodePoint");
    }

    @Override
    public JavaChain parameter(Parameter parameter) {
        throw unprintable("a parameter");
    }

    @Override
    public JavaChain attribute(AttributeRef attribute) {
        throw unprintable("attribute \"" + attribute.attribute() + "\" of an entity");
    }

    @Override
    public JavaChain entity(EntityValue entity) {
        throw unprintable("an entity");
    }

    @Override
    public JavaChain inSelect(InSelect in) {
        throw unprintable("a select");
    }

    @Override
    public JavaChain exists(Exists exists) {
        throw unprintable("a select");
    }

    @Override
    public JavaChain scalarSelect(ScalarSelect select) {
        throw unprintable("a select");
    }

    @Override
    public JavaChain dialect(DialectExpression expression) {
        throw unprintable("an expression of one dialect only");
    }

    private static MigrationException unprintable(String what) {
        return new MigrationException(
                "MIG-005",
                "A check, default, index or computed column holds " + what
                        + ", which a script cannot say; write it as raw SQL in the model.");
    }
}
