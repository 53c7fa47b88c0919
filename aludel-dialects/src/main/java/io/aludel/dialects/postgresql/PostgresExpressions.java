// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.postgresql;

import io.aludel.core.dialect.NumericKind;
import io.aludel.core.dialect.Precedence;
import io.aludel.core.dialect.StandardExpressions;
import io.aludel.core.expr.Cast;
import io.aludel.core.expr.CodePointOrder;
import io.aludel.core.expr.Expression;
import io.aludel.core.expr.FunctionCall;
import io.aludel.core.expr.FunctionCall.Function;
import io.aludel.core.type.ValueType;
import java.time.LocalDate;

/** What PostgreSQL writes in another way than the standard. */
final class PostgresExpressions extends StandardExpressions {
    private static final String UNICODE = " collate \"pg_c_utf8\"";

    private final PostgresDialect server;

    PostgresExpressions(PostgresRenderer renderer, PostgresDialect server) {
        super(renderer);
        this.server = server;
    }

    /** By Unicode's rules whatever the database's locale, where the server has them in itself. */
    @Override
    protected Precedence ilike(Expression text, Expression pattern) {
        if (hasOwnUnicode()) {
            operand(text, Precedence.PRIMARY);
            out.append(UNICODE);
        } else {
            operand(text, Precedence.CONCATENATION);
        }
        out.append(" ilike ");
        operand(pattern, Precedence.CONCATENATION);
        out.append(" escape '\\'");
        return Precedence.PREDICATE;
    }

    @Override
    public Precedence function(FunctionCall call) {
        boolean changesCase = call.function() == Function.LOWER || call.function() == Function.UPPER;
        if (!changesCase || !hasOwnUnicode()) {
            return super.function(call);
        }
        out.append(call.function() == Function.LOWER ? "lower(" : "upper(");
        operand(call.arguments().get(0), Precedence.PRIMARY);
        out.append(UNICODE).append(")");
        return Precedence.PRIMARY;
    }

    /** Version 17 brought a provider of collations that asks no library. */
    private boolean hasOwnUnicode() {
        return server.speaks(17);
    }

    /** {@code extract} gives a {@code numeric}, the seconds with their fraction. */
    @Override
    protected Precedence field(Function field, Expression time) {
        out.append("cast(trunc(");
        super.field(field, time);
        out.append(") as integer)");
        return Precedence.PRIMARY;
    }

    /** In CockroachDB the quotient of whole numbers has a fraction. */
    @Override
    protected Precedence integerDivide(Expression left, Expression right) {
        if (server.server() != Server.COCKROACHDB) {
            return super.integerDivide(left, right);
        }
        out.append("trunc(");
        quotient(left, " / ", right);
        out.append(")");
        return Precedence.PRIMARY;
    }

    /** A product with an interval is computed in floating point: exactly for seconds and for less than a second. */
    @Override
    protected Precedence later(Function unit, Expression time, Expression number) {
        boolean date = time.type().javaType() == LocalDate.class;
        if (unit == Function.PLUS_DAYS && date) {
            operand(time, Precedence.SUM);
            out.append(" + ");
            cast(new Cast(number, ValueType.INTEGER));
            return Precedence.SUM;
        }
        out.append(date ? "cast(" : "");
        operand(time, Precedence.SUM);
        if (server.server() == Server.COCKROACHDB) {
            out.append(" + ");
            operand(number, Precedence.PRODUCT);
            out.append(" * interval '1 " + unitName(unit) + "'");
        } else if (unit == Function.PLUS_MICROSECONDS) {
            out.append(" + ");
            operand(number, Precedence.PRODUCT);
            out.append(" / 1000000 * interval '1 second' + ");
            operand(number, Precedence.PRODUCT);
            out.append(" % 1000000 * interval '1 microsecond'");
        } else {
            out.append(unit == Function.PLUS_MONTHS ? " + make_interval(months => " : " + make_interval(days => ");
            cast(new Cast(number, ValueType.INTEGER));
            out.append(")");
        }
        out.append(date ? " as date)" : "");
        return date ? Precedence.PRIMARY : Precedence.SUM;
    }

    /** CockroachDB sorts text so unless it is told otherwise. */
    @Override
    public Precedence codePointOrder(CodePointOrder order) {
        if (server.server() != Server.COCKROACHDB) {
            return super.codePointOrder(order);
        }
        operand(order.text(), Precedence.PRIMARY);
        return Precedence.PRIMARY;
    }

    private static String unitName(Function unit) {
        return unit == Function.PLUS_MICROSECONDS ? "microsecond" : unit == Function.PLUS_MONTHS ? "month" : "day";
    }

    @Override
    protected Precedence daysBetween(Expression from, Expression to) {
        return infix(to, " - ", from, Precedence.SUM);
    }

    @Override
    protected Precedence microsecondsBetween(Expression from, Expression to) {
        out.append("cast(extract(epoch from ");
        infix(to, " - ", from, Precedence.SUM);
        out.append(") * 1000000 as bigint)");
        return Precedence.PRIMARY;
    }

    /** A floating-point number cannot be rounded to places, and rounds half to even; as a decimal it can, and rounds half away from zero. */
    @Override
    protected Precedence round(Expression number, Expression places) {
        return NumericKind.of(number) == NumericKind.FLOATING
                ? call("round", new Cast(number, ValueType.DECIMAL), places)
                : super.round(number, places);
    }
}
