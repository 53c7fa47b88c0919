// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.expr;

import io.aludel.core.type.ValueType;
import java.util.List;
import java.util.Objects;

/**
 * A function that means the same on every database.
 *
 * @param distinct an aggregate over different values only
 * @param type the Java type of the result
 */
public record FunctionCall(Function function, List<Expression> arguments, boolean distinct, ValueType<?> type)
        implements Expression {
    /** What can be called. How a database spells it is its renderer's business. */
    public enum Function {
        /** Rows; takes no argument. */
        COUNT_ROWS,
        /** Values that are not null. */
        COUNT,
        SUM,
        /** A decimal, also of integers; null of no rows. Databases agree on its first 15 digits. */
        AVG,
        MIN,
        MAX,
        /** Half away from zero, to as many places as the second argument says. */
        ROUND,
        ABS,
        COALESCE,
        LOWER,
        UPPER,
        /** Characters, not bytes. */
        LENGTH,
        /** Blanks at both ends taken away; no other white space. */
        TRIM,
        CONCAT,
        /** From a place, counted from 1 in characters, as many as the third argument says, or to the end. */
        SUBSTRING,
        /** Where the first argument stands within the second, counted from 1 in characters; 0 where it does not. */
        POSITION,
        /** Of a date or a time; of a moment in UTC. */
        YEAR,
        MONTH,
        DAY,
        HOUR,
        MINUTE,
        /** Without its fraction. */
        SECOND,
        /** The day of a date and time; of a moment in UTC. */
        DATE_OF,
        /** The day of the month is the last one where the month has not as many. */
        PLUS_MONTHS,
        PLUS_DAYS,
        /** A date and time, or a moment, and a number of microseconds. */
        PLUS_MICROSECONDS,
        /** From the first date to the second; negative where that is earlier. */
        DAYS_BETWEEN,
        /** From the first to the second; negative where that is earlier. */
        MICROSECONDS_BETWEEN,
        /** In UTC. */
        CURRENT_DATE,
        /** The present; in UTC where its type knows no zone. */
        CURRENT_TIMESTAMP
    }

    public FunctionCall {
        Objects.requireNonNull(function, "function");
        arguments = List.copyOf(arguments);
        Objects.requireNonNull(type, "type");
    }

    public static FunctionCall of(Function function, ValueType<?> type, Expression... arguments) {
        return new FunctionCall(function, List.of(arguments), false, type);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.function(this);
    }
}
