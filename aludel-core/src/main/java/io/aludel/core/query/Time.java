// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.query;

import io.aludel.core.expr.Expression;
import io.aludel.core.expr.FunctionCall;
import io.aludel.core.expr.FunctionCall.Function;
import io.aludel.core.expr.Value;
import io.aludel.core.type.ValueType;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.temporal.Temporal;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Dates, times and moments.
 *
 * @param <T> a class of {@code java.time}
 */
public final class Time<T extends Temporal> extends Ordered<T> {
    private static final Set<Class<?>> BOTH = Set.of(LocalDateTime.class, OffsetDateTime.class, Instant.class);
    private static final Set<Class<?>> DAYS =
            Set.of(LocalDate.class, LocalDateTime.class, OffsetDateTime.class, Instant.class);
    private static final Set<Class<?>> TIMES =
            Set.of(LocalTime.class, LocalDateTime.class, OffsetDateTime.class, Instant.class);

    public Time(Expression node) {
        this(node, null);
    }

    private Time(Expression node, @Nullable String alias) {
        super(node, alias);
    }

    @Override
    Time<T> over(Expression node, @Nullable String alias) {
        return new Time<>(node, alias);
    }

    /** The same under a name in the result. */
    public Time<T> as(String alias) {
        return over(node(), alias);
    }

    /**
     * The year; of a moment in UTC, as all its fields are.
     *
     * @throws QueryException if this is a time of day
     */
    public IntNum year() {
        return field(Function.YEAR, DAYS);
    }

    /** From 1 to 12; of a time of day refused as {@link #year}. */
    public IntNum month() {
        return field(Function.MONTH, DAYS);
    }

    /** The day of the month; of a time of day refused as {@link #year}. */
    public IntNum day() {
        return field(Function.DAY, DAYS);
    }

    /**
     * From 0 to 23.
     *
     * @throws QueryException if this is a date
     */
    public IntNum hour() {
        return field(Function.HOUR, TIMES);
    }

    /** Of a date refused as {@link #hour}. */
    public IntNum minute() {
        return field(Function.MINUTE, TIMES);
    }

    /** Without its fraction; of a date refused as {@link #hour}. */
    public IntNum second() {
        return field(Function.SECOND, TIMES);
    }

    private IntNum field(Function field, Set<Class<?>> of) {
        require(field.name().toLowerCase(Locale.ROOT), of);
        return new IntNum(FunctionCall.of(field, ValueType.INTEGER, node()));
    }

    /**
     * The day that this falls on; of a moment in UTC.
     *
     * @throws QueryException if this is a time of day
     */
    public Time<LocalDate> date() {
        require("date", DAYS);
        return new Time<>(FunctionCall.of(Function.DATE_OF, ValueType.LOCAL_DATE, node()));
    }

    /**
     * The same time of day on another day.
     *
     * @throws QueryException if this is a time of day
     */
    public Time<T> plusDays(int days) {
        return later(Function.PLUS_DAYS, "day to add to", days);
    }

    /** As {@link #plusDays}, and as in Java: from the last of January on one month is the last of February. */
    public Time<T> plusMonths(int months) {
        return later(Function.PLUS_MONTHS, "month to add to", months);
    }

    /** As {@link #plusMonths}, twelve for each. */
    public Time<T> plusYears(int years) {
        return plusMonths(Math.multiplyExact(years, 12));
    }

    private Time<T> later(Function unit, String what, int number) {
        require(what, DAYS);
        return new Time<>(FunctionCall.of(unit, node().type(), node(), new Value(number, ValueType.INTEGER)));
    }

    /**
     * So much later, to the microsecond. No zone has a say in it: a day is 24 hours.
     *
     * @throws QueryException if this is a date, or a time of day, which would begin again at midnight
     */
    public Time<T> plus(Duration length) {
        return plus(new Value(length, ValueType.DURATION));
    }

    /** As {@link #plus(Duration)}. */
    public Time<T> plus(Expr<Duration> length) {
        return plus(length.node());
    }

    /** So much earlier; see {@link #plus(Duration)}. */
    public Time<T> minus(Duration length) {
        return plus(length.negated());
    }

    private Time<T> plus(Expression microseconds) {
        require("length to add to", BOTH);
        return new Time<>(FunctionCall.of(Function.PLUS_MICROSECONDS, node().type(), node(), microseconds));
    }

    /**
     * The days from this date to the other, negative if that is earlier.
     *
     * @throws QueryException if this is no date; say {@code date()} first, or {@link #until}
     */
    public LongNum daysUntil(Expr<T> other) {
        if (node().type().javaType() != LocalDate.class) {
            throw new QueryException("Days are counted between dates, not between values of "
                    + node().type().javaType().getSimpleName()
                    + "; take their date() first, or their length by until.");
        }
        return new LongNum(FunctionCall.of(Function.DAYS_BETWEEN, ValueType.LONG, node(), other.node()));
    }

    /** As {@link #daysUntil(Expr)}. */
    public LongNum daysUntil(T other) {
        return daysUntil(new Time<>(bound(other)));
    }

    /**
     * The length from this to the other, negative if that is earlier, to the microsecond.
     *
     * @throws QueryException if this is a date or a time of day
     */
    public Span until(Expr<T> other) {
        require("length until", BOTH);
        return new Span(FunctionCall.of(Function.MICROSECONDS_BETWEEN, ValueType.DURATION, node(), other.node()));
    }

    /** As {@link #until(Expr)}. */
    public Span until(T other) {
        return until(new Time<>(bound(other)));
    }

    private void require(String what, Set<Class<?>> of) {
        Class<?> type = node().type().javaType();
        if (!of.contains(type)) {
            throw new QueryException("A " + type.getSimpleName() + " has no " + what + " in SQL; "
                    + of.stream().map(Class::getSimpleName).sorted().collect(Collectors.joining(", ")) + " have.");
        }
    }

    public Bool before(T value) {
        return lt(value);
    }

    public Bool before(Expr<T> other) {
        return lt(other);
    }

    public Bool after(T value) {
        return gt(value);
    }

    public Bool after(Expr<T> other) {
        return gt(other);
    }
}
