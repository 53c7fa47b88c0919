// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.query;

import io.aludel.core.expr.Case;
import io.aludel.core.expr.Cast;
import io.aludel.core.expr.Exists;
import io.aludel.core.expr.Expression;
import io.aludel.core.expr.FunctionCall;
import io.aludel.core.expr.FunctionCall.Function;
import io.aludel.core.expr.ScalarSelect;
import io.aludel.core.expr.Value;
import io.aludel.core.type.ValueType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** SQL's functions, to be imported statically. Each means the same on every database. */
public final class Functions {
    private Functions() {}

    /** The number of rows. */
    public static LongNum count() {
        return new LongNum(FunctionCall.of(Function.COUNT_ROWS, ValueType.LONG));
    }

    /** The number of values that are not NULL. */
    public static LongNum count(Expr<?> values) {
        return new LongNum(FunctionCall.of(Function.COUNT, ValueType.LONG, values.node()));
    }

    /** The number of different values that are not NULL. */
    public static LongNum countDistinct(Expr<?> values) {
        return new LongNum(new FunctionCall(Function.COUNT, List.of(values.node()), true, ValueType.LONG));
    }

    /** The sum; NULL of no rows. Too large for a {@code long} is an error, never a wrong number. */
    public static LongNum sum(IntNum values) {
        return new LongNum(FunctionCall.of(Function.SUM, ValueType.LONG, values.node()));
    }

    /** The sum; NULL of no rows. Too large for a {@code long} is an error, never a wrong number. */
    public static LongNum sum(ShortNum values) {
        return new LongNum(FunctionCall.of(Function.SUM, ValueType.LONG, values.node()));
    }

    /** The sum; NULL of no rows. Too large for a {@code long} is an error, never a wrong number. */
    public static LongNum sum(LongNum values) {
        return new LongNum(FunctionCall.of(Function.SUM, ValueType.LONG, values.node()));
    }

    /** The sum; NULL of no rows. */
    public static DecimalNum sum(DecimalNum values) {
        // Of the values' own type, so that it has their places also where a database does not keep them.
        return new DecimalNum(FunctionCall.of(Function.SUM, values.node().type(), values.node()));
    }

    /** The sum; NULL of no rows. */
    public static DoubleNum sum(DoubleNum values) {
        return new DoubleNum(FunctionCall.of(Function.SUM, ValueType.DOUBLE, values.node()));
    }

    /** The sum; NULL of no rows. Too long for a {@code Duration} of microseconds is an error, never a wrong length. */
    public static Span sum(Span values) {
        return new Span(FunctionCall.of(Function.SUM, ValueType.DURATION, values.node()));
    }

    /** Whether the condition holds for all rows for which it is known; NULL where it is known for none. */
    public static Bool every(Bool condition) {
        return aggregated(Function.MIN, condition);
    }

    /** Whether the condition holds for one row at least; NULL where it is known for none. */
    public static Bool any(Bool condition) {
        return aggregated(Function.MAX, condition);
    }

    private static Bool aggregated(Function function, Bool condition) {
        IntNum known = when(condition, value(1)).when(condition.not(), value(0)).end();
        Expression typed = new Cast(known.node(), ValueType.INTEGER);
        return new IntNum(FunctionCall.of(function, ValueType.INTEGER, typed)).eq(1);
    }

    /** The average as a decimal, also of integers, to 15 digits; NULL of no rows. */
    public static DecimalNum avg(Num<?> values) {
        return new DecimalNum(FunctionCall.of(Function.AVG, ValueType.QUOTIENT, values.node()));
    }

    /** The smallest value; NULL of no rows. */
    public static <T, X extends Ordered<T>> X min(X values) {
        return same(values, FunctionCall.of(Function.MIN, values.node().type(), values.node()));
    }

    /** The greatest value; NULL of no rows. */
    public static <T, X extends Ordered<T>> X max(X values) {
        return same(values, FunctionCall.of(Function.MAX, values.node().type(), values.node()));
    }

    /** Rounded half away from zero, to that many places after the point. */
    public static DecimalNum round(Num<?> value, int places) {
        return value.round(places);
    }

    /** The value, or the other one where it is NULL. */
    public static <T, X extends Expr<T>> X coalesce(X value, T otherwise) {
        return same(
                value, FunctionCall.of(Function.COALESCE, value.node().type(), value.node(), value.bound(otherwise)));
    }

    /** The value, or the other one where it is NULL. */
    public static <T, X extends Expr<T>> X coalesce(X value, Expr<T> otherwise) {
        return same(value, FunctionCall.of(Function.COALESCE, value.node().type(), value.node(), otherwise.node()));
    }

    /** Whether the query has a row. */
    public static Bool exists(Query<?> query) {
        return new Bool(new Exists(query.statement()));
    }

    public static Bool notExists(Query<?> query) {
        return exists(query).not();
    }

    /** The text that a query of one column and at most one row gives, as a value. */
    public static Text text(Query<String> query) {
        return new Text(new ScalarSelect(query.statement()));
    }

    /** The number that a query of one column and at most one row gives, as a value. */
    public static DecimalNum decimal(Query<java.math.BigDecimal> query) {
        return new DecimalNum(new ScalarSelect(query.statement()));
    }

    public static LongNum longNumber(Query<Long> query) {
        return new LongNum(new ScalarSelect(query.statement()));
    }

    public static IntNum integer(Query<Integer> query) {
        return new IntNum(new ScalarSelect(query.statement()));
    }

    /** Today in UTC, by the database's clock. */
    public static Time<LocalDate> currentDate() {
        return new Time<>(FunctionCall.of(Function.CURRENT_DATE, ValueType.LOCAL_DATE));
    }

    /** Both conditions, or as many as there are. */
    public static Bool and(Bool first, Bool... others) {
        Bool all = first;
        for (Bool other : others) {
            all = all.and(other);
        }
        return all;
    }

    /** One of the conditions at least. */
    public static Bool or(Bool first, Bool... others) {
        Bool any = first;
        for (Bool other : others) {
            any = any.or(other);
        }
        return any;
    }

    public static Bool not(Bool condition) {
        return condition.not();
    }

    /** A text as an expression. */
    public static Text value(String value) {
        return new Text(new Value(value, ValueType.STRING));
    }

    /** A number as an expression. */
    public static IntNum value(int value) {
        return new IntNum(new Value(value, ValueType.INTEGER));
    }

    /** A number as an expression. */
    public static LongNum value(long value) {
        return new LongNum(new Value(value, ValueType.LONG));
    }

    /** A number as an expression. */
    public static DecimalNum value(java.math.BigDecimal value) {
        return new DecimalNum(new Value(value, ValueType.DECIMAL));
    }

    /** Begins a case: {@code when(condition, result).when(…).otherwise(…)}. */
    public static <T, X extends Expr<T>> CaseBuilder<T, X> when(Bool condition, X result) {
        return new CaseBuilder<>(result, List.of(new Case.When(condition.node(), result.node())));
    }

    /** The branches of a case so far; immutable. */
    public static final class CaseBuilder<T, X extends Expr<T>> {
        private final X kind;
        private final List<Case.When> whens;

        private CaseBuilder(X kind, List<Case.When> whens) {
            this.kind = kind;
            this.whens = List.copyOf(whens);
        }

        public CaseBuilder<T, X> when(Bool condition, X result) {
            List<Case.When> more = new ArrayList<>(whens);
            more.add(new Case.When(condition.node(), result.node()));
            return new CaseBuilder<>(kind, more);
        }

        public X otherwise(X result) {
            return same(
                    kind,
                    new Case(
                            whens,
                            Objects.requireNonNull(result, "result").node(),
                            kind.node().type()));
        }

        /** NULL where no condition holds. */
        public X end() {
            return same(kind, new Case(whens, null, kind.node().type()));
        }
    }

    @SuppressWarnings("unchecked") // "over" gives the class that it is called on
    private static <T, X extends Expr<T>> X same(X kind, Expression node) {
        return (X) kind.over(node, null);
    }
}
