// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.sqlite;

import io.aludel.core.dialect.Dialect;
import io.aludel.core.dialect.Precedence;
import io.aludel.core.dialect.SqlWriter;
import io.aludel.core.dialect.UnsupportedFeatureException;
import io.aludel.core.expr.Expression;
import io.aludel.core.expr.FunctionCall.Function;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.function.Consumer;

/**
 * Calculations with times that are kept as text in the form of {@link SqliteText}. SQLite's own functions know milliseconds only, so the fraction of a
 * second is cut off before them and put back behind them.
 */
final class SqliteTimes {
    /** Whole microseconds since 1970 of the text {@code x}. */
    private static final String MICROSECONDS = "(unixepoch(substr(x, 1, 19)) * 1000000"
            + " + cast(substr(substr(x, 21, 6) || '000000', 1, 6) as integer))";

    private final Dialect dialect;
    private final SqlWriter out;
    private final Consumer<Expression> write;

    SqliteTimes(Dialect dialect, SqlWriter out, Consumer<Expression> write) {
        this.dialect = dialect;
        this.out = out;
        this.write = write;
    }

    /** The digits of the field, as a number. */
    Precedence field(Function field, Expression time) {
        boolean timeOnly = time.type().javaType() == LocalTime.class;
        int beforeTime = timeOnly ? 0 : "yyyy-mm-ddT".length();
        String digits = switch (field) {
            case YEAR -> "1, 4";
            case MONTH -> "6, 2";
            case DAY -> "9, 2";
            case HOUR -> (beforeTime + 1) + ", 2";
            case MINUTE -> (beforeTime + 4) + ", 2";
            case SECOND -> (beforeTime + 7) + ", 2";
            default -> throw new IllegalArgumentException(field + " is no field of a time.");
        };
        out.append("cast(substr(");
        write.accept(time);
        out.append(", " + digits + ") as integer)");
        return Precedence.PRIMARY;
    }

    Precedence date(Expression time) {
        out.append("substr(");
        write.accept(time);
        out.append(", 1, 10)");
        return Precedence.PRIMARY;
    }

    Precedence later(Function unit, Expression time, Expression number) {
        return unit == Function.PLUS_MICROSECONDS ? microsecondsLater(time, number) : daysLater(unit, time, number);
    }

    /** The day moves, the time of day stays. */
    private Precedence daysLater(Function unit, Expression time, Expression number) {
        boolean months = unit == Function.PLUS_MONTHS;
        if (months && !dialect.version().isAtLeast(3, 46)) {
            throw new UnsupportedFeatureException(
                    "sum of dates and months that stays within the month, before version 3.46",
                    dialect.name(),
                    "Compute it in Java, or add days.");
        }
        out.append("(select date(substr(x, 1, 10), ");
        write.accept(number);
        out.append(months ? " || ' months', 'floor')" : " || ' days')");
        out.append(" || substr(x, 11) from (select ");
        write.accept(time);
        out.append(" as x))");
        return Precedence.PRIMARY;
    }

    private Precedence microsecondsLater(Expression time, Expression number) {
        boolean local = time.type().javaType() == LocalDateTime.class;
        String text = "strftime('%Y-%m-%dT%H:%M:%S', (m - f) / 1000000, 'unixepoch') || printf('.%06d', f)";
        out.append("(select " + (local ? "rtrim(rtrim(" + text + ", '0'), '.')" : text + " || 'Z'"));
        out.append(" from (select m, (m % 1000000 + 1000000) % 1000000 as f from (select " + MICROSECONDS + " + ");
        write.accept(number);
        out.append(" as m from (select ");
        write.accept(time);
        out.append(" as x))))");
        return Precedence.PRIMARY;
    }

    /** Days begin at noon there, so both halves cancel. */
    Precedence daysBetween(Expression from, Expression to) {
        out.append("cast(julianday(");
        write.accept(to);
        out.append(") - julianday(");
        write.accept(from);
        out.append(") as integer)");
        return Precedence.PRIMARY;
    }

    Precedence microsecondsBetween(Expression from, Expression to) {
        out.append("(select " + MICROSECONDS + " from (select ");
        write.accept(to);
        out.append(" as x)) - (select " + MICROSECONDS + " from (select ");
        write.accept(from);
        out.append(" as x))");
        return Precedence.SUM;
    }
}
