// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.h2;

import io.aludel.core.dialect.NumericKind;
import io.aludel.core.dialect.Precedence;
import io.aludel.core.dialect.StandardExpressions;
import io.aludel.core.dialect.UnsupportedFeatureException;
import io.aludel.core.expr.Arithmetic;
import io.aludel.core.expr.Case;
import io.aludel.core.expr.Cast;
import io.aludel.core.expr.CodePointOrder;
import io.aludel.core.expr.DialectExpression;
import io.aludel.core.expr.Expression;
import io.aludel.core.expr.FunctionCall;
import io.aludel.core.expr.FunctionCall.Function;
import io.aludel.core.expr.Parameter;
import io.aludel.core.expr.Value;
import io.aludel.core.type.BasicType;
import io.aludel.core.type.SqlType;
import io.aludel.core.type.ValueType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What H2 writes in another way than the standard. Its decimals without a precision have a hundred thousand digits, of which a quotient would
 * use all; so quotients and averages are computed to forty, averages of integers to 38 places.
 */
final class H2Expressions extends StandardExpressions {
    private static final BasicType<BigDecimal> QUOTIENT =
            ValueType.DECIMAL.as(SqlType.nativeType(H2Dialect.NAME, "decfloat(40)"));

    /**
     * Divided by a {@code bigint} it has 38 places; that many digits of a {@code decfloat} are slow, as H2 takes the zeros at the end of each quotient off
     * one by one.
     */
    private static final BasicType<BigDecimal> SUM_OF_INTEGERS =
            ValueType.DECIMAL.as(SqlType.nativeType(H2Dialect.NAME, "numeric(40)"));

    H2Expressions(H2Renderer renderer) {
        super(renderer);
    }

    /** {@code _} stands for what UTF-16 has one of, so that two would be needed for a character beyond U+FFFF; a regular expression knows better. */
    @Override
    protected Precedence like(Expression text, Expression pattern) {
        Optional<H2Pattern> single = H2Pattern.withSingles(pattern);
        if (single.isEmpty()) {
            return super.like(text, pattern);
        }
        super.like(text, string(single.get().wider()));
        return andMatches(text, single.get().regularExpression("(?s)"));
    }

    @Override
    protected Precedence ilike(Expression text, Expression pattern) {
        Optional<H2Pattern> single = H2Pattern.withSingles(pattern);
        operand(text, Precedence.CONCATENATION);
        out.append(" ilike ");
        operand(single.<Expression>map(it -> string(it.wider())).orElse(pattern), Precedence.CONCATENATION);
        out.append(" escape '\\'");
        return single.isEmpty()
                ? Precedence.PREDICATE
                : andMatches(text, single.get().regularExpression("(?siu)"));
    }

    private Precedence andMatches(Expression text, String regularExpression) {
        out.append(" and ");
        call("regexp_like", text, string(regularExpression));
        return Precedence.AND;
    }

    private static Value string(String text) {
        return new Value(text, ValueType.STRING);
    }

    /** A decimal without precision has no trailing zeros here; rounded, it has as many places as were asked for. */
    @Override
    protected Precedence round(Expression number, Expression places) {
        if (!(places instanceof Value value) || !(value.value() instanceof Number digits) || digits.intValue() < 0) {
            return super.round(number, places);
        }
        out.append("cast(");
        super.round(number, places);
        out.append(" as numeric(1000, " + digits.intValue() + "))");
        return Precedence.PRIMARY;
    }

    /** H2 must know the type of what these compute with before it has the value. */
    @Override
    public Precedence function(FunctionCall call) {
        return switch (call.function()) {
            case ABS, MAX, MIN, ROUND, SUM -> {
                List<Expression> arguments = new ArrayList<>(call.arguments());
                arguments.set(0, typed(arguments.get(0)));
                yield super.function(new FunctionCall(call.function(), arguments, call.distinct(), call.type()));
            }
            default -> super.function(call);
        };
    }

    private static Expression typed(Expression argument) {
        return argument instanceof Value || argument instanceof Parameter
                ? new Cast(argument, argument.type())
                : argument;
    }

    @Override
    protected Precedence divide(Expression left, Expression right) {
        return isFloating(left) || isFloating(right)
                ? quotient(new Cast(left, ValueType.DOUBLE), " / ", new Cast(right, ValueType.DOUBLE))
                : quotient(new Cast(left, QUOTIENT), " / ", new Cast(right, QUOTIENT));
    }

    /** The remainder has the divisor's type, and would be rounded to it. */
    @Override
    public Precedence arithmetic(Arithmetic arithmetic) {
        Expression left = arithmetic.left();
        Expression right = arithmetic.right();
        if (arithmetic.operator() != Arithmetic.Operator.REMAINDER
                || NumericKind.of(left) == NumericKind.of(right) && NumericKind.of(left) != NumericKind.DECIMAL
                || NumericKind.of(left) == NumericKind.INTEGER) {
            return super.arithmetic(arithmetic);
        }
        BasicType<?> type = isFloating(left) || isFloating(right) ? ValueType.DOUBLE : QUOTIENT;
        return quotient(new Cast(left, type), " % ", new Cast(right, type));
    }

    private static boolean isFloating(Expression number) {
        return NumericKind.of(number) == NumericKind.FLOATING;
    }

    /** An average of integers is a floating-point number here; their sum is exact, and one division of it is quicker than decimals to add. */
    @Override
    protected Precedence average(FunctionCall call) {
        Expression number = call.arguments().get(0);
        if (isFloating(number)) {
            return super.average(call);
        }
        List<Expression> numbers = List.of(typed(number));
        BasicType<?> dividend = NumericKind.of(number) == NumericKind.INTEGER ? SUM_OF_INTEGERS : QUOTIENT;
        return infix(
                new Cast(new FunctionCall(Function.SUM, numbers, call.distinct(), call.type()), dividend),
                " / ",
                new FunctionCall(Function.COUNT, numbers, call.distinct(), ValueType.LONG),
                Precedence.PRODUCT);
    }

    /** H2 counts what UTF-16 has two of for a character beyond U+FFFF; so each of those becomes a point first. */
    @Override
    protected Precedence length(Expression text) {
        out.append("char_length(regexp_replace(");
        write(text);
        out.append(", '[\\x{10000}-\\x{10FFFF}]', '.'))");
        return Precedence.PRIMARY;
    }

    /** H2 would count, and cut between, the two halves of a character beyond U+FFFF; a regular expression knows better. */
    @Override
    protected Precedence substring(List<Expression> arguments) {
        int before = places(arguments.get(1)) - 1;
        String part = arguments.size() > 2 ? ".{0," + places(arguments.get(2)) + "}" : ".*";
        out.append("regexp_replace(");
        write(arguments.get(0));
        out.append(", ");
        write(string("(?s)^.{0," + before + "}(" + part + ").*\\z"));
        out.append(", '$1')");
        return Precedence.PRIMARY;
    }

    private int places(Expression number) {
        if (number instanceof Value value && value.value() instanceof Integer places) {
            return places;
        }
        throw new UnsupportedFeatureException(
                "part of a text whose place is computed", dialect.name(), "Give the place as a number.");
    }

    @Override
    protected Precedence position(Expression part, Expression text) {
        out.append("case when ");
        call("locate", part, text);
        out.append(" = 0 then 0 else ");
        length(new Before(part, text));
        out.append(" + 1 end");
        return Precedence.ANYTHING;
    }

    /** What of a text stands before a part of it. */
    private record Before(Expression part, Expression text) implements DialectExpression {
        @Override
        public List<String> pieces() {
            return List.of("left(", ", locate(", ", ", ") - 1)");
        }

        @Override
        public List<Expression> operands() {
            return List.of(text, part, text);
        }

        @Override
        public DialectExpression withOperands(List<Expression> operands) {
            return new Before(operands.get(1), operands.get(0));
        }

        @Override
        public ValueType<?> type() {
            return ValueType.STRING;
        }
    }

    /** H2 must know of a value what kind of time it is. */
    @Override
    protected Precedence field(FunctionCall.Function field, Expression time) {
        return super.field(field, typed(time));
    }

    @Override
    protected Precedence later(FunctionCall.Function unit, Expression time, Expression number) {
        if (unit != FunctionCall.Function.PLUS_MICROSECONDS) {
            return super.later(unit, typed(time), typed(number));
        }
        // As nanoseconds, which H2 computes with, more than 292 years would not fit a bigint.
        out.append("timestampadd(microsecond, ");
        operand(typed(number), Precedence.PRODUCT);
        out.append(" % 86400000000, timestampadd(day, ");
        operand(typed(number), Precedence.PRODUCT);
        out.append(" / 86400000000, ");
        write(typed(time));
        out.append("))");
        return Precedence.PRIMARY;
    }

    /** Results that are all values have no type that H2 knows. */
    @Override
    public Precedence caseWhen(Case caseWhen) {
        Case.When first = caseWhen.whens().get(0);
        boolean untyped = Stream.concat(
                        caseWhen.whens().stream().map(Case.When::result), Stream.ofNullable(caseWhen.otherwise()))
                .allMatch(result -> result instanceof Value || result instanceof Parameter);
        if (!untyped) {
            return super.caseWhen(caseWhen);
        }
        List<Case.When> whens = new ArrayList<>(caseWhen.whens());
        whens.set(0, new Case.When(first.condition(), new Cast(first.result(), caseWhen.type())));
        return super.caseWhen(new Case(whens, caseWhen.otherwise(), caseWhen.type()));
    }

    @Override
    protected Precedence daysBetween(Expression from, Expression to) {
        return super.daysBetween(typed(from), typed(to));
    }

    @Override
    protected Precedence microsecondsBetween(Expression from, Expression to) {
        return super.microsecondsBetween(typed(from), typed(to));
    }

    /** Texts compare by what UTF-16 has for them; their bytes in UTF-8 compare as code points do. */
    @Override
    public Precedence codePointOrder(CodePointOrder order) {
        return call("stringtoutf8", order.text());
    }
}
