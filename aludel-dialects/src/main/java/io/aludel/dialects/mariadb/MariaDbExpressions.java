// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.mariadb;

import io.aludel.core.dialect.NumericKind;
import io.aludel.core.dialect.Precedence;
import io.aludel.core.dialect.StandardExpressions;
import io.aludel.core.expr.Cast;
import io.aludel.core.expr.ColumnRef;
import io.aludel.core.expr.Expression;
import io.aludel.core.expr.FunctionCall;
import io.aludel.core.expr.InSelect;
import io.aludel.core.expr.Select;
import io.aludel.core.expr.SelectItem;
import io.aludel.core.expr.TableSource;
import io.aludel.core.type.ValueType;
import java.util.List;

/**
 * What MariaDB writes in another way than the standard. A quotient has four places more than what is divided, so that is made wide first, as for an
 * average.
 */
final class MariaDbExpressions extends StandardExpressions {
    private static final String LIMITED = "limited rows";
    private static final String ITEM = "item 1";
    private static final String PLUS_ZERO = " + 0." + "0".repeat(MariaDbTypes.WIDEST_SCALE);

    private final MariaDbDialect mariaDb;

    MariaDbExpressions(MariaDbRenderer renderer, MariaDbDialect dialect) {
        super(renderer);
        this.mariaDb = dialect;
    }

    @Override
    protected String backslash() {
        return "'\\\\'";
    }

    /** {@code ||} is "or" here, unless {@code sql_mode} says otherwise. */
    @Override
    protected Expression escaped(boolean before, Expression text, boolean after) {
        return enclosed(
                "concat(" + (before ? "'%', " : "") + "replace(replace(replace(",
                text,
                ", '\\\\', '\\\\\\\\'), '%', '\\\\%'), '_', '\\\\_')" + (after ? ", '%'" : "") + ")");
    }

    @Override
    protected Precedence concat(List<Expression> texts) {
        return call("concat", texts.toArray(Expression[]::new));
    }

    @Override
    protected Precedence length(Expression text) {
        return call("char_length", text);
    }

    @Override
    protected Precedence divide(Expression left, Expression right) {
        return isFloating(left) || isFloating(right)
                ? quotient(left, " / ", right)
                : quotient(wide(left), " / ", right);
    }

    @Override
    protected Precedence integerDivide(Expression left, Expression right) {
        return quotient(left, " div ", right);
    }

    @Override
    protected Precedence average(FunctionCall call) {
        Expression number = call.arguments().get(0);
        return isFloating(number)
                ? super.average(call)
                : super.average(new FunctionCall(call.function(), List.of(wide(number)), call.distinct(), call.type()));
    }

    /**
     * The number as a decimal of many places. It is the number itself, however many digits it has: a cast to the widest decimal would clip it where it
     * has more before the point than are left there.
     */
    private static Expression wide(Expression number) {
        return enclosed("", number, PLUS_ZERO);
    }

    /**
     * A whole number has places only as a decimal. A floating-point number is rounded by its decimal digits, which the server would do by its binary ones, and to the nearest even digit. What is
     * beyond the widest decimal has no places to round.
     */
    @Override
    protected Precedence round(Expression number, Expression places) {
        if (!isFloating(number)) {
            boolean whole = NumericKind.of(number) == NumericKind.INTEGER;
            return super.round(whole ? wide(number) : number, places);
        }
        out.append("if(abs(");
        write(number);
        out.append(") < 1e30, ");
        super.round(new Cast(number, ValueType.DECIMAL), places);
        out.append(", ");
        write(number);
        out.append(")");
        return Precedence.PRIMARY;
    }

    private static boolean isFloating(Expression number) {
        return NumericKind.of(number) == NumericKind.FLOATING;
    }

    /** Without a number the present is cut to the second. */
    @Override
    public Precedence function(FunctionCall call) {
        if (call.function() != FunctionCall.Function.CURRENT_TIMESTAMP) {
            return super.function(call);
        }
        out.append("current_timestamp(6)");
        return Precedence.PRIMARY;
    }

    @Override
    public Precedence cast(Cast cast) {
        out.append("cast(");
        write(cast.operand());
        out.append(" as ")
                .append(mariaDb.types().castDeclaration(cast.type().sqlType()))
                .append(")");
        return Precedence.PRIMARY;
    }

    /** A select that {@code in} looks into takes no limit; one around it does not mind. */
    @Override
    public Precedence inSelect(InSelect in) {
        Select select = in.select();
        return super.inSelect(
                select.limit() == null && select.offset() == null ? in : new InSelect(in.operand(), around(select)));
    }

    private static Select around(Select limited) {
        SelectItem item = limited.items().get(0);
        Select named = limited.withItems(List.of(new SelectItem(item.expression(), ITEM)));
        return Select.of(List.of(SelectItem.of(
                        new ColumnRef(LIMITED, ITEM, item.expression().type()))))
                .withFrom(new TableSource.DerivedTable(named, LIMITED));
    }

    @Override
    protected String codePointCollation() {
        return mariaDb.server().collation();
    }
}
