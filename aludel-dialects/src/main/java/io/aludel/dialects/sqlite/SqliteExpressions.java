// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.sqlite;

import io.aludel.core.dialect.NumericKind;
import io.aludel.core.dialect.Precedence;
import io.aludel.core.dialect.StandardExpressions;
import io.aludel.core.dialect.UnsupportedFeatureException;
import io.aludel.core.expr.Arithmetic;
import io.aludel.core.expr.Expression;
import io.aludel.core.expr.FunctionCall;
import io.aludel.core.expr.FunctionCall.Function;
import io.aludel.core.expr.TextMatch;
import io.aludel.core.expr.Value;
import io.aludel.core.type.ValueType;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Supplier;

/**
 * Expressions as SQLite writes them. Its {@code like} is blind for the case of ASCII letters and its {@code lower} for all others, so that
 * matches are written with {@code glob}, which sees every character as it is and uses an index for a constant beginning.
 */
final class SqliteExpressions extends StandardExpressions {
    /** 1 + 2⁻⁵¹: lifts what stands for a decimal half over it, and nothing else of up to 15 digits. */
    private static final String OVER_THE_HALF = " * 1.0000000000000004";

    private final SqliteTimes times;

    /** The operands of the decimal calculation that is being written. */
    private List<Expression> within = List.of();

    SqliteExpressions(SqliteRenderer renderer) {
        super(renderer);
        times = new SqliteTimes(dialect, out, this::write);
    }

    @Override
    public Precedence textMatch(TextMatch match) {
        if (match.pattern() instanceof Value value && value.value() instanceof String pattern) {
            return glob(match.text(), SqliteGlob.of(match.kind(), pattern));
        }
        return switch (match.kind()) {
            case CONTAINS -> contains(match.text(), match.pattern());
            case STARTS_WITH -> startsWith(match.text(), match.pattern());
            case ENDS_WITH -> endsWith(match.text(), match.pattern());
            case LIKE, ILIKE ->
                throw new UnsupportedFeatureException(
                        "match with a pattern that is computed in the query",
                        dialect.name(),
                        "Give the pattern as a text, or use contains, startsWith or endsWith.");
        };
    }

    private Precedence glob(Expression text, String pattern) {
        operand(text, Precedence.CONCATENATION);
        out.append(" glob ");
        write(new Value(pattern, ValueType.STRING));
        return Precedence.PREDICATE;
    }

    private Precedence contains(Expression text, Expression part) {
        call("instr", text, part);
        out.append(" > 0");
        return Precedence.PREDICATE;
    }

    private Precedence startsWith(Expression text, Expression part) {
        out.append("substr(");
        write(text);
        out.append(", 1, ");
        call("length", part);
        out.append(") = ");
        operand(part, Precedence.CONCATENATION);
        return Precedence.PREDICATE;
    }

    /** {@code substr(text, -length)} would give the whole text for a length of 0, hence the start is counted from the front. */
    private Precedence endsWith(Expression text, Expression part) {
        call("length", text);
        out.append(" >= ");
        call("length", part);
        out.append(" and substr(");
        write(text);
        out.append(", ");
        call("length", text);
        out.append(" - ");
        call("length", part);
        out.append(" + 1) = ");
        operand(part, Precedence.CONCATENATION);
        return Precedence.AND;
    }

    @Override
    public Precedence arithmetic(Arithmetic arithmetic) {
        boolean integers = isInteger(arithmetic.left()) && isInteger(arithmetic.right());
        if (arithmetic.operator() == Arithmetic.Operator.REMAINDER && !integers) {
            throw new UnsupportedFeatureException(
                    "exact remainder of numbers with a fraction", dialect.name(), "Compute it in Java.");
        }
        boolean decimal = switch (arithmetic.operator()) {
            case PLUS, MINUS, TIMES -> NumericKind.of(arithmetic) == NumericKind.DECIMAL;
            case DIVIDE, INTEGER_DIVIDE, REMAINDER -> false;
        };
        if (!decimal) {
            return super.arithmetic(arithmetic);
        }
        if (within.contains(arithmetic)) {
            return computed(arithmetic);
        }
        List<Expression> before = within;
        within = List.of();
        Precedence written = exact(DecimalShape.of(arithmetic), () -> computed(arithmetic));
        within = before;
        return written;
    }

    /** Only the outermost of calculations within one another is rounded. */
    private Precedence computed(Arithmetic arithmetic) {
        List<Expression> before = within;
        within = List.of(arithmetic.left(), arithmetic.right());
        Precedence written = super.arithmetic(arithmetic);
        within = before;
        return written;
    }

    /**
     * A decimal computed in floating point, which lies a little beside the double that stands for it: 0.1 + 0.2 is not 0.3. Rounded to the places that it
     * has it is that double. One that is an integer stays as it is where it may have more digits than a double.
     */
    private Precedence exact(DecimalShape shape, Supplier<Precedence> number) {
        if (shape.places() < 1) {
            return number.get();
        }
        if (shape.mayOutgrowDouble()) {
            out.append("iif(typeof(");
            number.get();
            out.append(") = 'integer', ");
            number.get();
            out.append(", ");
        }
        out.append("round(");
        number.get();
        out.append(", " + shape.places() + (shape.mayOutgrowDouble() ? "))" : ")"));
        return Precedence.PRIMARY;
    }

    /** A decimal column holds a whole number as an integer, so that even decimals would be divided as integers. */
    @Override
    protected Precedence divide(Expression left, Expression right) {
        out.append("cast(");
        write(left);
        out.append(" as real) / ");
        operand(right, Precedence.PRIMARY);
        return Precedence.PRODUCT;
    }

    @Override
    protected Precedence integerDivide(Expression left, Expression right) {
        if (isInteger(left) && isInteger(right)) {
            return quotient(left, " / ", right);
        }
        out.append("cast(");
        divide(left, right);
        out.append(" as integer)");
        return Precedence.PRIMARY;
    }

    /** A division by 0 gives NULL here anyway. */
    @Override
    protected Precedence quotient(Expression left, String operator, Expression right) {
        return infix(left, operator, right, Precedence.PRODUCT);
    }

    /** The double that stands for 2.675 lies a little under it; rounded as a decimal it must be 2.68. */
    @Override
    protected Precedence round(Expression number, Expression places) {
        if (!(places instanceof Value value) || !(value.value() instanceof Number digits) || digits.intValue() < 0) {
            throw new UnsupportedFeatureException(
                    "rounding to tens, or to computed places", dialect.name(), "Round to 0 places or more.");
        }
        out.append("round(");
        operand(number, isInteger(number) ? Precedence.ANYTHING : Precedence.PRODUCT);
        out.append(isInteger(number) ? "" : OVER_THE_HALF).append(", ");
        write(places);
        out.append(")");
        return Precedence.PRIMARY;
    }

    @Override
    public Precedence function(FunctionCall call) {
        if (call.function() == Function.LOWER || call.function() == Function.UPPER) {
            throw new UnsupportedFeatureException(
                    call.function() == Function.LOWER ? "lower() beyond ASCII" : "upper() beyond ASCII",
                    dialect.name(),
                    "Compare with ilike, or change the case in Java.");
        }
        if (call.function() == Function.SUM && NumericKind.of(call) == NumericKind.DECIMAL) {
            return exact(DecimalShape.of(call), () -> super.function(call));
        }
        if (call.function() == Function.DATE_OF) {
            return times.date(call.arguments().get(0));
        }
        if (call.function() == Function.CURRENT_TIMESTAMP) {
            out.append(now(call.type()));
            return Precedence.PRIMARY;
        }
        return super.function(call);
    }

    @Override
    protected Precedence substring(List<Expression> arguments) {
        return call("substr", arguments.toArray(Expression[]::new));
    }

    @Override
    protected Precedence position(Expression part, Expression text) {
        return call("instr", text, part);
    }

    @Override
    protected Precedence field(Function field, Expression time) {
        return times.field(field, time);
    }

    @Override
    protected Precedence later(Function unit, Expression time, Expression number) {
        return times.later(unit, time, number);
    }

    @Override
    protected Precedence daysBetween(Expression from, Expression to) {
        return times.daysBetween(from, to);
    }

    @Override
    protected Precedence microsecondsBetween(Expression from, Expression to) {
        return times.microsecondsBetween(from, to);
    }

    /** The present in UTC, in the form in which values are stored, to the millisecond. */
    private static String now(ValueType<?> type) {
        return type.javaType() == LocalDateTime.class
                ? "rtrim(rtrim(strftime('%Y-%m-%dT%H:%M:%f', 'now'), '0'), '.')"
                : "strftime('%Y-%m-%dT%H:%M:%f000Z', 'now')";
    }

    @Override
    protected String codePointCollation() {
        return "binary";
    }

    private static boolean isInteger(Expression expression) {
        return NumericKind.of(expression) == NumericKind.INTEGER;
    }
}
