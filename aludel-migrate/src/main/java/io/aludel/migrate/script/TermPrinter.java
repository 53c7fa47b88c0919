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
import java.util.stream.Collectors;

/** Conditions, defaults and computed values as Java source: calls of {@link Term}. */
final class TermPrinter implements Expression.Visitor<String> {
    private final Imports imports;
    private final JavaLiteral literals;
    private final TypePrinter types;

    TermPrinter(Imports imports) {
        this.imports = imports;
        this.literals = new JavaLiteral(imports);
        this.types = new TypePrinter(imports);
    }

    /** Source whose type is {@link Term}. */
    String term(Expression expression) {
        return expression.accept(this);
    }

    /** Source for where a plain value will do as well. */
    String argument(Expression expression) {
        return expression instanceof Value value ? literal(value) : term(expression);
    }

    private String arguments(List<Expression> expressions) {
        return expressions.stream().map(this::argument).collect(Collectors.joining(", "));
    }

    private String literal(Value value) {
        return literals.of(
                value.type() instanceof ConvertedType<?, ?> converted
                        ? converted.toStored(value.value())
                        : value.value());
    }

    private String start(String method, String arguments) {
        return imports.staticOf(Term.class, method) + "(" + arguments + ")";
    }

    private String on(Expression receiver, String method, Expression... arguments) {
        return term(receiver) + "." + method + "(" + arguments(List.of(arguments)) + ")";
    }

    @Override
    public String value(Value value) {
        return start("value", literal(value));
    }

    @Override
    public String nullLiteral(NullLiteral literal) {
        return start("nullValue", "");
    }

    @Override
    public String column(ColumnRef column) {
        return start("column", JavaLiteral.quoted(column.column()));
    }

    @Override
    public String rawSql(RawSql raw) {
        String dialect = raw.dialect();
        String text = JavaLiteral.quoted(raw.text());
        return start("rawSql", dialect == null ? text : JavaLiteral.quoted(dialect) + ", " + text);
    }

    @Override
    public String comparison(Comparison comparison) {
        String method = comparison.operator().name().toLowerCase(Locale.ROOT);
        return on(comparison.left(), method, comparison.right());
    }

    @Override
    public String textMatch(TextMatch match) {
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
    public String between(Between between) {
        return on(between.operand(), "between", between.low(), between.high());
    }

    @Override
    public String inList(InList in) {
        return term(in.operand()) + ".in(" + arguments(in.options()) + ")";
    }

    @Override
    public String isNull(IsNull isNull) {
        return on(isNull.operand(), isNull.negated() ? "isNotNull" : "isNull");
    }

    @Override
    public String logical(Logical logical) {
        String method = logical.connective().name().toLowerCase(Locale.ROOT);
        StringBuilder chain = new StringBuilder(term(logical.operands().get(0)));
        for (Expression operand :
                logical.operands().subList(1, logical.operands().size())) {
            chain.append('.').append(method).append('(').append(term(operand)).append(')');
        }
        return chain.toString();
    }

    @Override
    public String not(Not not) {
        return start("not", term(not.condition()));
    }

    @Override
    public String arithmetic(Arithmetic arithmetic) {
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
    public String function(FunctionCall call) {
        List<Expression> arguments = call.arguments();
        return switch (call.function()) {
            case CURRENT_DATE -> start("currentDate", "");
            case CURRENT_TIMESTAMP -> start("currentTimestamp", "");
            case CONCAT -> start("concat", arguments(arguments));
            case COALESCE -> start("coalesce", arguments(arguments));
            case LOWER, UPPER, LENGTH, TRIM, ABS ->
                on(arguments.get(0), call.function().name().toLowerCase(Locale.ROOT));
            case ROUND -> on(arguments.get(0), "round", arguments.get(1));
            case COUNT_ROWS, COUNT, SUM, AVG, MIN, MAX -> throw unprintable("an aggregate");
        };
    }

    @Override
    public String caseWhen(Case caseWhen) {
        StringBuilder chain = new StringBuilder();
        for (Case.When when : caseWhen.whens()) {
            String arguments = term(when.condition()) + ", " + argument(when.result());
            chain.append(chain.isEmpty() ? start("when", arguments) : ".when(" + arguments + ")");
        }
        Expression otherwise = caseWhen.otherwise();
        return chain.append(otherwise == null ? ".end()" : ".otherwise(" + argument(otherwise) + ")")
                .toString();
    }

    @Override
    public String cast(Cast cast) {
        return term(cast.operand()) + ".cast(" + types.of(cast.type().sqlType()) + ")";
    }

    @Override
    public String codePointOrder(CodePointOrder order) {
        return on(order.text(), "byCodePoint");
    }

    @Override
    public String parameter(Parameter parameter) {
        throw unprintable("a parameter");
    }

    @Override
    public String attribute(AttributeRef attribute) {
        throw unprintable("attribute \"" + attribute.attribute() + "\" of an entity");
    }

    @Override
    public String entity(EntityValue entity) {
        throw unprintable("an entity");
    }

    @Override
    public String inSelect(InSelect in) {
        throw unprintable("a select");
    }

    @Override
    public String exists(Exists exists) {
        throw unprintable("a select");
    }

    @Override
    public String scalarSelect(ScalarSelect select) {
        throw unprintable("a select");
    }

    @Override
    public String dialect(DialectExpression expression) {
        throw unprintable("an expression of one dialect only");
    }

    private static MigrationException unprintable(String what) {
        return new MigrationException(
                "MIG-005",
                "A check, default, index or computed column holds " + what
                        + ", which a script cannot say; write it as raw SQL in the model.");
    }
}
