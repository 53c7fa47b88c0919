// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.dialect;

import io.aludel.core.expr.Arithmetic;
import io.aludel.core.expr.AttributeRef;
import io.aludel.core.expr.Between;
import io.aludel.core.expr.Bind;
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
import io.aludel.core.expr.Select;
import io.aludel.core.expr.TextMatch;
import io.aludel.core.expr.Value;
import io.aludel.core.type.BasicType;
import io.aludel.core.type.ConvertedType;
import io.aludel.core.type.ValueType;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Writes expressions in standard SQL. Each method writes one node and gives the precedence of what it wrote, so that its parent knows whether
 * parentheses are needed. A dialect overrides the nodes and functions that its database spells in another way.
 */
public class StandardExpressions implements Expression.Visitor<Precedence> {
    protected final Dialect dialect;
    protected final SqlWriter out;
    private final StandardRenderer renderer;

    protected StandardExpressions(StandardRenderer renderer) {
        this.renderer = renderer;
        this.dialect = renderer.dialect;
        this.out = renderer.out;
    }

    /** Writes the expression where anything may stand: a select's item, an argument, a whole condition. */
    public final void write(Expression expression) {
        operand(expression, Precedence.ANYTHING);
    }

    /** Writes the expression, in parentheses if it holds together less tightly than {@code place} demands. */
    protected final void operand(Expression expression, Precedence place) {
        SqlWriter.Mark mark = out.mark();
        if (expression.accept(this).isLooserThan(place)) {
            out.parenthesizeSince(mark);
        }
    }

    /** {@code left operator right}, grouped from the left. */
    protected final Precedence infix(Expression left, String operator, Expression right, Precedence level) {
        operand(left, level);
        out.append(operator);
        operand(right, Precedence.values()[level.ordinal() + 1]);
        return level;
    }

    /** {@code name(argument, …)}. */
    protected final Precedence call(String name, Expression... arguments) {
        out.append(name).append("(").list(List.of(arguments), ", ", this::write).append(")");
        return Precedence.PRIMARY;
    }

    // values and names

    @Override
    public Precedence value(Value value) {
        if (renderer.isInline()) {
            out.append(literal(value));
        } else {
            out.bind(value);
        }
        return Precedence.PRIMARY;
    }

    /** The value as the dialect's literal. */
    protected final String literal(Value value) {
        if (value.type() instanceof BasicType<?> basic) {
            return basicLiteral(value.value(), basic);
        }
        if (value.type() instanceof ConvertedType<?, ?> converted) {
            return basicLiteral(converted.toStored(value.value()), converted.stored());
        }
        throw unresolved("A value of " + value.type());
    }

    private <T> String basicLiteral(Object value, BasicType<T> type) {
        return dialect.types().literal(type.javaType().cast(value), type);
    }

    @Override
    public Precedence parameter(Parameter parameter) {
        if (renderer.isInline()) {
            throw new IllegalStateException("DDL takes no parameters, but its expression has parameter "
                    + parameter.position() + "; put the value itself there.");
        }
        out.bind(parameter);
        return Precedence.PRIMARY;
    }

    @Override
    public Precedence nullLiteral(NullLiteral literal) {
        out.append("null");
        return Precedence.PRIMARY;
    }

    @Override
    public Precedence column(ColumnRef column) {
        if (!column.qualifier().isEmpty() && !renderer.isInline()) {
            out.append(dialect.quote(column.qualifier())).append(".");
        }
        out.append(dialect.quote(column.column()));
        return Precedence.PRIMARY;
    }

    @Override
    public Precedence attribute(AttributeRef attribute) {
        throw unresolved("Attribute " + attribute.source().entity().getSimpleName() + "." + attribute.attribute());
    }

    @Override
    public Precedence entity(EntityValue entity) {
        throw unresolved("Entity " + entity.source().entity().getSimpleName());
    }

    static IllegalStateException unresolved(String what) {
        return new IllegalStateException(
                what
                        + " cannot be written as SQL: its columns are known to the entity model only; resolve the statement with it first.");
    }

    @Override
    public Precedence rawSql(RawSql raw) {
        if (raw.dialect() != null && !raw.dialect().equals(dialect.name())) {
            throw new UnsupportedFeatureException(
                    "way to read SQL that was written for " + raw.dialect() + " (" + shortened(raw.text()) + ")",
                    dialect.name(),
                    "Say it as an expression, or give its text for " + dialect.name() + " too.");
        }
        out.append(raw.text());
        return Precedence.ANYTHING;
    }

    private static String shortened(String sql) {
        return sql.length() <= 60 ? sql : sql.substring(0, 57) + "...";
    }

    @Override
    public Precedence dialect(DialectExpression expression) {
        List<String> pieces = expression.pieces();
        List<Expression> operands = expression.operands();
        out.append(pieces.get(0));
        for (int i = 0; i < operands.size(); i++) {
            operand(operands.get(i), Precedence.PRIMARY);
            out.append(pieces.get(i + 1));
        }
        return expression.standsAlone() ? Precedence.PRIMARY : Precedence.ANYTHING;
    }

    // conditions

    @Override
    public Precedence comparison(Comparison comparison) {
        operand(comparison.left(), Precedence.CONCATENATION);
        out.append(" " + comparison.operator().sql() + " ");
        operand(comparison.right(), Precedence.CONCATENATION);
        return Precedence.PREDICATE;
    }

    @Override
    public Precedence textMatch(TextMatch match) {
        Expression pattern = TextPatterns.pattern(match, this::escaped);
        return match.kind() == TextMatch.Kind.ILIKE ? ilike(match.text(), pattern) : like(match.text(), pattern);
    }

    /** A backslash as a literal: what escapes in a pattern. */
    protected String backslash() {
        return "'\\'";
    }

    /** A pattern of a text that only the database knows: {@code %} before or behind it, where these are true, and its wildcards escaped. */
    protected Expression escaped(boolean before, Expression text, boolean after) {
        return enclosed(
                (before ? "'%' || " : "") + "replace(replace(replace(",
                text,
                ", '\\', '\\\\'), '%', '\\%'), '_', '\\_')" + (after ? " || '%'" : ""));
    }

    /** A text between two pieces of SQL. */
    protected static Expression enclosed(String opening, Expression text, String closing) {
        return new TextPatterns.Escaped(opening, text, closing);
    }

    /** Whether the text fits the pattern, in which a backslash escapes; case matters. */
    protected Precedence like(Expression text, Expression pattern) {
        operand(text, Precedence.CONCATENATION);
        out.append(" like ");
        operand(pattern, Precedence.CONCATENATION);
        out.append(" escape ").append(backslash());
        return Precedence.PREDICATE;
    }

    /** {@link #like}, whatever the case. */
    protected Precedence ilike(Expression text, Expression pattern) {
        call("lower", text);
        out.append(" like ");
        call("lower", pattern);
        out.append(" escape ").append(backslash());
        return Precedence.PREDICATE;
    }

    @Override
    public Precedence between(Between between) {
        operand(between.operand(), Precedence.CONCATENATION);
        out.append(" between ");
        operand(between.low(), Precedence.CONCATENATION);
        out.append(" and ");
        operand(between.high(), Precedence.CONCATENATION);
        return Precedence.PREDICATE;
    }

    @Override
    public Precedence inList(InList in) {
        if (in.options().isEmpty()) {
            out.append("false");
            return Precedence.PRIMARY;
        }
        operand(in.operand(), Precedence.CONCATENATION);
        out.append(" in (").list(padded(in.options()), ", ", this::write).append(")");
        return Precedence.PREDICATE;
    }

    /** Values padded to a power of two by the last one, so that lists of many lengths share a few statements. */
    private List<Expression> padded(List<Expression> options) {
        if (renderer.isInline() || !options.stream().allMatch(Bind.class::isInstance)) {
            return options;
        }
        int size = options.size() == 1 ? 1 : Integer.highestOneBit(options.size() - 1) << 1;
        if (size > dialect.capabilities().maxParameters()) {
            return options;
        }
        Expression last = options.get(options.size() - 1);
        return Stream.concat(options.stream(), Collections.nCopies(size - options.size(), last).stream())
                .toList();
    }

    @Override
    public Precedence inSelect(InSelect in) {
        operand(in.operand(), Precedence.CONCATENATION);
        out.append(" in ");
        subselect(in.select());
        return Precedence.PREDICATE;
    }

    @Override
    public Precedence isNull(IsNull isNull) {
        operand(isNull.operand(), Precedence.CONCATENATION);
        out.append(isNull.negated() ? " is not null" : " is null");
        return Precedence.PREDICATE;
    }

    @Override
    public Precedence logical(Logical logical) {
        boolean and = logical.connective() == Logical.Connective.AND;
        Precedence place = and ? Precedence.NOT : Precedence.AND;
        out.list(logical.operands(), and ? " and " : " or ", (Expression part) -> operand(part, place));
        return and ? Precedence.AND : Precedence.OR;
    }

    @Override
    public Precedence not(Not not) {
        out.append("not ");
        operand(not.condition(), Precedence.PRIMARY);
        return Precedence.NOT;
    }

    @Override
    public Precedence exists(Exists exists) {
        out.append("exists ");
        return subselect(exists.select());
    }

    @Override
    public Precedence scalarSelect(ScalarSelect select) {
        return subselect(select.select());
    }

    /** The select in parentheses. */
    protected final Precedence subselect(Select select) {
        out.append("(");
        renderer.writeSelect(select);
        out.append(")");
        return Precedence.PRIMARY;
    }

    // calculations

    @Override
    public Precedence arithmetic(Arithmetic arithmetic) {
        Expression left = arithmetic.left();
        Expression right = arithmetic.right();
        return switch (arithmetic.operator()) {
            case PLUS -> infix(left, " + ", right, Precedence.SUM);
            case MINUS -> infix(left, " - ", right, Precedence.SUM);
            case TIMES -> infix(left, " * ", right, Precedence.PRODUCT);
            case DIVIDE -> divide(left, right);
            case INTEGER_DIVIDE -> integerDivide(left, right);
            case REMAINDER -> quotient(left, " % ", right);
        };
    }

    /** The quotient with its fraction, also of integers. Integers become decimals first. */
    protected Precedence divide(Expression left, Expression right) {
        return NumericKind.of(left) == NumericKind.INTEGER && NumericKind.of(right) == NumericKind.INTEGER
                ? quotient(new Cast(left, ValueType.DECIMAL), " / ", right)
                : quotient(left, " / ", right);
    }

    /** The quotient cut towards zero. */
    protected Precedence integerDivide(Expression left, Expression right) {
        boolean integers = NumericKind.of(left) == NumericKind.INTEGER && NumericKind.of(right) == NumericKind.INTEGER;
        if (integers && !holdsSum(left) && !holdsSum(right)) {
            return quotient(left, " / ", right);
        }
        out.append("trunc(");
        quotient(left, " / ", right);
        out.append(")");
        return Precedence.PRIMARY;
    }

    /** The sum of {@code bigint} is a decimal in databases that keep to the standard, and its division keeps the fraction. */
    private static boolean holdsSum(Expression expression) {
        if (expression instanceof Arithmetic arithmetic) {
            return holdsSum(arithmetic.left()) || holdsSum(arithmetic.right());
        }
        return expression instanceof FunctionCall call
                && (call.function() == FunctionCall.Function.SUM
                        || call.arguments().stream().anyMatch(StandardExpressions::holdsSum));
    }

    /** A division that gives NULL where the divisor is 0, as it must on every database because some of them know no such error. */
    protected Precedence quotient(Expression left, String operator, Expression right) {
        operand(left, Precedence.PRODUCT);
        out.append(operator).append("nullif(");
        write(right);
        out.append(", 0)");
        return Precedence.PRODUCT;
    }

    @Override
    public Precedence function(FunctionCall call) {
        Expression[] arguments = call.arguments().toArray(Expression[]::new);
        return switch (call.function()) {
            case COUNT_ROWS -> word("count(*)");
            case COUNT -> aggregate("count", call);
            case SUM -> aggregate("sum", call);
            case AVG -> average(call);
            case MIN -> aggregate("min", call);
            case MAX -> aggregate("max", call);
            case ROUND -> round(arguments[0], arguments[1]);
            case ABS -> call("abs", arguments);
            case COALESCE -> call("coalesce", arguments);
            case LOWER -> call("lower", arguments);
            case UPPER -> call("upper", arguments);
            case LENGTH -> length(arguments[0]);
            case TRIM -> call("trim", arguments);
            case CONCAT -> concat(call.arguments());
            case SUBSTRING -> substring(call.arguments());
            case POSITION -> position(arguments[0], arguments[1]);
            case YEAR, MONTH, DAY, HOUR, MINUTE, SECOND -> field(call.function(), arguments[0]);
            case DATE_OF -> cast(new Cast(arguments[0], ValueType.LOCAL_DATE));
            case PLUS_MONTHS, PLUS_DAYS, PLUS_MICROSECONDS -> later(call.function(), arguments[0], arguments[1]);
            case DAYS_BETWEEN -> daysBetween(arguments[0], arguments[1]);
            case MICROSECONDS_BETWEEN -> microsecondsBetween(arguments[0], arguments[1]);
            case CURRENT_DATE -> word("current_date");
            case CURRENT_TIMESTAMP -> word(now(call.type()));
        };
    }

    /** A default is converted to its column's type anyway, and everybody writes it so. */
    private String now(ValueType<?> type) {
        return type.javaType() == LocalDateTime.class && !renderer.isInline() ? "localtimestamp" : "current_timestamp";
    }

    private Precedence word(String word) {
        out.append(word);
        return Precedence.PRIMARY;
    }

    /** {@code name(distinct argument)}. */
    protected final Precedence aggregate(String name, FunctionCall call) {
        out.append(name).append(call.distinct() ? "(distinct " : "(");
        write(call.arguments().get(0));
        out.append(")");
        return Precedence.PRIMARY;
    }

    /** The average, a decimal also of integers. */
    protected Precedence average(FunctionCall call) {
        return aggregate("avg", call);
    }

    /** The number rounded half away from zero. */
    protected Precedence round(Expression number, Expression places) {
        return call("round", number, places);
    }

    /** The number of characters. */
    protected Precedence length(Expression text) {
        return call("length", text);
    }

    /** A part of the text, counted from 1. */
    protected Precedence substring(List<Expression> arguments) {
        return call("substring", arguments.toArray(Expression[]::new));
    }

    /** Where the part stands, counted from 1; 0 where it does not. */
    protected Precedence position(Expression part, Expression text) {
        out.append("position(");
        operand(part, Precedence.CONCATENATION);
        out.append(" in ");
        operand(text, Precedence.CONCATENATION);
        out.append(")");
        return Precedence.PRIMARY;
    }

    /** The year, month, … of a time, an integer. */
    protected Precedence field(FunctionCall.Function field, Expression time) {
        out.append("extract(" + field.name().toLowerCase(Locale.ROOT) + " from ");
        write(time);
        out.append(")");
        return Precedence.PRIMARY;
    }

    /** The time and a number of months, days or microseconds; by a function that is JDBC's own, and many databases'. */
    protected Precedence later(FunctionCall.Function unit, Expression time, Expression number) {
        String name = unit.name().substring("PLUS_".length()).replaceFirst("S$", "");
        out.append("timestampadd(" + name.toLowerCase(Locale.ROOT) + ", ");
        write(number);
        out.append(", ");
        write(time);
        out.append(")");
        return Precedence.PRIMARY;
    }

    /** The days from one date to another. */
    protected Precedence daysBetween(Expression from, Expression to) {
        return difference("day", from, to);
    }

    /** The microseconds from one time to another. */
    protected Precedence microsecondsBetween(Expression from, Expression to) {
        return difference("microsecond", from, to);
    }

    private Precedence difference(String unit, Expression from, Expression to) {
        out.append("timestampdiff(" + unit + ", ");
        write(from);
        out.append(", ");
        write(to);
        out.append(")");
        return Precedence.PRIMARY;
    }

    /** The texts one after the other; NULL if one of them is. */
    protected Precedence concat(List<Expression> texts) {
        out.list(texts, " || ", (Expression text) -> operand(text, Precedence.PRIMARY));
        return texts.size() == 1 ? Precedence.PRIMARY : Precedence.CONCATENATION;
    }

    @Override
    public Precedence caseWhen(Case caseWhen) {
        out.append("case");
        for (Case.When when : caseWhen.whens()) {
            out.append(" when ");
            write(when.condition());
            out.append(" then ");
            write(when.result());
        }
        if (caseWhen.otherwise() != null) {
            out.append(" else ");
            write(Objects.requireNonNull(caseWhen.otherwise()));
        }
        out.append(" end");
        return Precedence.PRIMARY;
    }

    @Override
    public Precedence cast(Cast cast) {
        out.append("cast(");
        write(cast.operand());
        out.append(" as ")
                .append(dialect.types().declaration(cast.type().sqlType()))
                .append(")");
        return Precedence.PRIMARY;
    }

    @Override
    public Precedence codePointOrder(CodePointOrder order) {
        operand(order.text(), Precedence.PRIMARY);
        out.append(" collate ").append(codePointCollation());
        return Precedence.PRIMARY;
    }

    /** The collation that compares code points, as it stands in SQL. */
    protected String codePointCollation() {
        return "\"C\"";
    }
}
