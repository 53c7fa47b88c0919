// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.dialect;

import static io.aludel.core.type.ValueType.BOOLEAN;
import static io.aludel.core.type.ValueType.DECIMAL;
import static io.aludel.core.type.ValueType.DOUBLE;
import static io.aludel.core.type.ValueType.INTEGER;
import static io.aludel.core.type.ValueType.LOCAL_DATE_TIME;
import static io.aludel.core.type.ValueType.LONG;
import static io.aludel.core.type.ValueType.STRING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.core.expr.Arithmetic;
import io.aludel.core.expr.Arithmetic.Operator;
import io.aludel.core.expr.AttributeRef;
import io.aludel.core.expr.Between;
import io.aludel.core.expr.Bind;
import io.aludel.core.expr.Case;
import io.aludel.core.expr.Cast;
import io.aludel.core.expr.CodePointOrder;
import io.aludel.core.expr.ColumnRef;
import io.aludel.core.expr.Comparison;
import io.aludel.core.expr.DialectExpression;
import io.aludel.core.expr.EntityRef;
import io.aludel.core.expr.EntityValue;
import io.aludel.core.expr.Exists;
import io.aludel.core.expr.Expression;
import io.aludel.core.expr.FunctionCall;
import io.aludel.core.expr.FunctionCall.Function;
import io.aludel.core.expr.InList;
import io.aludel.core.expr.InSelect;
import io.aludel.core.expr.IsNull;
import io.aludel.core.expr.Logical;
import io.aludel.core.expr.Logical.Connective;
import io.aludel.core.expr.Not;
import io.aludel.core.expr.NullLiteral;
import io.aludel.core.expr.Parameter;
import io.aludel.core.expr.RawSql;
import io.aludel.core.expr.ScalarSelect;
import io.aludel.core.expr.Select;
import io.aludel.core.expr.SelectItem;
import io.aludel.core.expr.TableSource.TableRef;
import io.aludel.core.expr.TextMatch;
import io.aludel.core.expr.Value;
import io.aludel.core.name.TableName;
import io.aludel.core.type.Conversion;
import io.aludel.core.type.ConvertedType;
import io.aludel.core.type.ValueType;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Each node of the tree, and the parentheses between them. */
class StandardExpressionsTest {
    private static final ColumnRef A = new ColumnRef("t", "a", INTEGER);
    private static final ColumnRef B = new ColumnRef("t", "b", INTEGER);
    private static final ColumnRef S = new ColumnRef("t", "s", STRING);
    private static final ColumnRef YES = new ColumnRef("t", "yes", BOOLEAN);
    private static final Select ONES =
            Select.of(List.of(SelectItem.of(A))).withFrom(new TableRef(TableName.of("t"), "t"));

    @Test
    void writesPredicates() {
        assertThat(sql(new Comparison(Comparison.Operator.NE, A, B))).isEqualTo("t.a <> t.b");
        assertThat(sql(new Between(A, number(1), B))).isEqualTo("t.a between ? and t.b");
        assertThat(sql(new IsNull(A, false))).isEqualTo("t.a is null");
        assertThat(sql(new IsNull(A, true))).isEqualTo("t.a is not null");
        assertThat(sql(new Exists(ONES))).isEqualTo("exists (select t.a from t)");
        assertThat(sql(new InSelect(B, ONES))).isEqualTo("t.b in (select t.a from t)");
        assertThat(sql(less(new ScalarSelect(ONES), B))).isEqualTo("(select t.a from t) < t.b");
        assertThat(sql(new NullLiteral(INTEGER))).isEqualTo("null");
        assertThat(sql(YES)).isEqualTo("t.yes");
    }

    @Test
    void putsPredicatesWithinPredicatesIntoParentheses() {
        assertThat(sql(new Comparison(Comparison.Operator.EQ, YES, less(A, B)))).isEqualTo("t.yes = (t.a < t.b)");
        assertThat(sql(new IsNull(less(A, B), false))).isEqualTo("(t.a < t.b) is null");
        assertThat(sql(new Between(YES, less(A, B), new Not(YES))))
                .isEqualTo("t.yes between (t.a < t.b) and (not t.yes)");
    }

    @Test
    void joinsConditionsWithAsFewParenthesesAsCan() {
        Expression and = new Logical(Connective.AND, List.of(YES, less(A, B)));
        Expression or = new Logical(Connective.OR, List.of(YES, less(A, B)));

        assertThat(sql(new Logical(Connective.OR, List.of(and, YES)))).isEqualTo("t.yes and t.a < t.b or t.yes");
        assertThat(sql(new Logical(Connective.AND, List.of(or, YES)))).isEqualTo("(t.yes or t.a < t.b) and t.yes");
        assertThat(sql(new Logical(Connective.AND, List.of(new Not(YES), new Not(and)))))
                .isEqualTo("not t.yes and not (t.yes and t.a < t.b)");
        assertThat(sql(new Not(less(A, B)))).isEqualTo("not (t.a < t.b)");
        assertThat(sql(new Not(new Not(YES)))).isEqualTo("not (not t.yes)");
        assertThat(sql(new Not(new Exists(ONES)))).isEqualTo("not exists (select t.a from t)");
    }

    @Test
    void calculatesFromTheLeft() {
        Expression difference = calculate(Operator.MINUS, A, B);

        assertThat(sql(calculate(Operator.MINUS, difference, A))).isEqualTo("t.a - t.b - t.a");
        assertThat(sql(calculate(Operator.MINUS, A, difference))).isEqualTo("t.a - (t.a - t.b)");
        assertThat(sql(calculate(Operator.TIMES, difference, number(2)))).isEqualTo("(t.a - t.b) * ?");
        assertThat(sql(calculate(Operator.PLUS, A, calculate(Operator.TIMES, A, B))))
                .isEqualTo("t.a + t.a * t.b");
    }

    @Test
    void dividesIntegersAsDecimalsUnlessToldOtherwise() {
        ColumnRef decimal = new ColumnRef("t", "d", DECIMAL);
        ColumnRef floating = new ColumnRef("t", "f", DOUBLE);

        assertThat(sql(calculate(Operator.DIVIDE, A, B))).isEqualTo("cast(t.a as decimal) / nullif(t.b, 0)");
        assertThat(sql(calculate(Operator.DIVIDE, decimal, B))).isEqualTo("t.d / nullif(t.b, 0)");
        assertThat(sql(calculate(Operator.DIVIDE, A, floating))).isEqualTo("t.a / nullif(t.f, 0)");
        assertThat(sql(calculate(Operator.INTEGER_DIVIDE, A, B))).isEqualTo("t.a / nullif(t.b, 0)");
        assertThat(sql(calculate(Operator.INTEGER_DIVIDE, decimal, B))).isEqualTo("trunc(t.d / nullif(t.b, 0))");
        assertThat(sql(calculate(Operator.REMAINDER, A, calculate(Operator.PLUS, B, B))))
                .isEqualTo("t.a % nullif(t.b + t.b, 0)");
    }

    @Test
    void concatenatesApartFromArithmetic() {
        Expression text = call(Function.CONCAT, S, S);

        assertThat(sql(call(Function.CONCAT, S, calculate(Operator.PLUS, A, B))))
                .isEqualTo("t.s || (t.a + t.b)");
        assertThat(sql(call(Function.CONCAT, text, S))).isEqualTo("(t.s || t.s) || t.s");
        assertThat(sql(new Comparison(Comparison.Operator.EQ, text, S))).isEqualTo("t.s || t.s = t.s");
        assertThat(sql(new CodePointOrder(text))).isEqualTo("(t.s || t.s) collate \"C\"");
    }

    @Test
    void callsFunctions() {
        assertThat(sql(call(Function.COUNT_ROWS))).isEqualTo("count(*)");
        assertThat(sql(new FunctionCall(Function.COUNT, List.of(A), true, LONG)))
                .isEqualTo("count(distinct t.a)");
        assertThat(sql(call(Function.SUM, A))).isEqualTo("sum(t.a)");
        assertThat(sql(call(Function.AVG, A))).isEqualTo("avg(t.a)");
        assertThat(sql(call(Function.MIN, A))).isEqualTo("min(t.a)");
        assertThat(sql(call(Function.MAX, A))).isEqualTo("max(t.a)");
        assertThat(sql(call(Function.ROUND, A, number(2)))).isEqualTo("round(t.a, ?)");
        assertThat(sql(call(Function.ABS, A))).isEqualTo("abs(t.a)");
        assertThat(sql(call(Function.COALESCE, A, less(A, B)))).isEqualTo("coalesce(t.a, t.a < t.b)");
        assertThat(sql(call(Function.LOWER, S))).isEqualTo("lower(t.s)");
        assertThat(sql(call(Function.UPPER, S))).isEqualTo("upper(t.s)");
        assertThat(sql(call(Function.LENGTH, S))).isEqualTo("length(t.s)");
        assertThat(sql(call(Function.TRIM, S))).isEqualTo("trim(t.s)");
        assertThat(sql(call(Function.CURRENT_DATE))).isEqualTo("current_date");
        assertThat(sql(call(Function.CURRENT_TIMESTAMP))).isEqualTo("current_timestamp");
        assertThat(sql(FunctionCall.of(Function.CURRENT_TIMESTAMP, LOCAL_DATE_TIME)))
                .isEqualTo("localtimestamp");
        assertThat(sql(new Cast(calculate(Operator.PLUS, A, B), LONG))).isEqualTo("cast(t.a + t.b as bigint)");
        assertThat(sql(new Case(List.of(new Case.When(less(A, B), number(1))), A, INTEGER)))
                .isEqualTo("case when t.a < t.b then ? else t.a end");
        assertThat(sql(new Case(List.of(new Case.When(YES, A), new Case.When(YES, B)), null, INTEGER)))
                .isEqualTo("case when t.yes then t.a when t.yes then t.b end");
    }

    @Test
    void matchesTextByPatternsThatItEscapesItself() {
        Value hostile = new Value("50%_\\'", STRING);

        assertThat(sql(match(TextMatch.Kind.LIKE, hostile))).isEqualTo("t.s like ? escape '\\'");
        assertThat(bound(match(TextMatch.Kind.LIKE, hostile))).containsExactly(hostile);
        assertThat(sql(match(TextMatch.Kind.ILIKE, hostile))).isEqualTo("lower(t.s) like lower(?) escape '\\'");
        assertThat(sql(match(TextMatch.Kind.CONTAINS, hostile))).isEqualTo("t.s like ? escape '\\'");
        assertThat(bound(match(TextMatch.Kind.CONTAINS, hostile)))
                .containsExactly(new Value("%50\\%\\_\\\\'%", STRING));
        assertThat(bound(match(TextMatch.Kind.STARTS_WITH, hostile)))
                .containsExactly(new Value("50\\%\\_\\\\'%", STRING));
        assertThat(bound(match(TextMatch.Kind.ENDS_WITH, hostile)))
                .containsExactly(new Value("%50\\%\\_\\\\'", STRING));
    }

    @Test
    void letsTheDatabaseEscapeWhatOnlyItKnows() {
        String escaped = "replace(replace(replace(?, '\\', '\\\\'), '%', '\\%'), '_', '\\_')";
        Parameter hole = new Parameter(0, STRING);

        assertThat(sql(match(TextMatch.Kind.CONTAINS, hole)))
                .isEqualTo("t.s like ('%' || " + escaped + " || '%') escape '\\'");
        assertThat(sql(match(TextMatch.Kind.STARTS_WITH, hole)))
                .isEqualTo("t.s like (" + escaped + " || '%') escape '\\'");
        assertThat(sql(match(TextMatch.Kind.ENDS_WITH, hole)))
                .isEqualTo("t.s like ('%' || " + escaped + ") escape '\\'");
        assertThat(bound(match(TextMatch.Kind.ENDS_WITH, hole))).containsExactly(hole);
    }

    @Test
    void padsListsOfValuesToPowersOfTwo() {
        assertThat(sql(new InList(A, List.of()))).isEqualTo("false");
        assertThat(sql(new Not(new InList(A, List.of())))).isEqualTo("not false");
        assertThat(sql(in(1))).isEqualTo("t.a in (?)");
        assertThat(sql(in(2))).isEqualTo("t.a in (?, ?)");
        assertThat(bound(in(3))).containsExactly(number(0), number(1), number(2), number(2));
        assertThat(bound(in(5)))
                .as("eight would be more than the database takes")
                .hasSize(5);
        assertThat(sql(new InList(A, List.of(number(1), B, number(2))))).isEqualTo("t.a in (?, t.b, ?)");
    }

    private static InList in(int size) {
        return new InList(
                A,
                IntStream.range(0, size).mapToObj(i -> (Expression) number(i)).toList());
    }

    @Test
    void writesTheDatabasesOwnWordsForThatDatabaseOnly() {
        RawSql own = new RawSql("plain", "a or b", BOOLEAN);

        assertThat(sql(own)).isEqualTo("a or b");
        assertThat(sql(new Not(own))).isEqualTo("not (a or b)");
        assertThat(sql(new RawSql(null, "now()", STRING))).isEqualTo("now()");
        assertThatThrownBy(() -> sql(new RawSql("other", "weird", BOOLEAN)))
                .isInstanceOf(UnsupportedFeatureException.class)
                .hasMessage("plain has no way to read SQL that was written for other (weird). Say it as an expression,"
                        + " or give its text for plain too.");
    }

    @Test
    void writesAnExpressionOfADialectAroundItsOperands() {
        assertThat(sql(new Nearest(List.of(A, calculate(Operator.PLUS, A, B)), false)))
                .isEqualTo("t.a <-> (t.a + t.b)!");
        assertThat(sql(new IsNull(new Nearest(List.of(A, B), false), false))).isEqualTo("(t.a <-> t.b!) is null");
        assertThat(sql(new IsNull(new Nearest(List.of(A, B), true), false))).isEqualTo("t.a <-> t.b! is null");
    }

    private record Nearest(List<Expression> operands, boolean standsAlone) implements DialectExpression {
        @Override
        public List<String> pieces() {
            return List.of("", " <-> ", "!");
        }

        @Override
        public DialectExpression withOperands(List<Expression> operands) {
            return new Nearest(operands, standsAlone);
        }

        @Override
        public ValueType<?> type() {
            return DOUBLE;
        }
    }

    @Test
    void writesAConvertedValueIntoDdlAsItIsStored() {
        Conversion<Boolean, String> letters = new Conversion<>() {
            @Override
            public String toStored(Boolean value) {
                return value ? "y'" : "n";
            }

            @Override
            public Boolean fromStored(String stored) {
                return stored.startsWith("y");
            }
        };
        Value yes = new Value(true, new ConvertedType<>(Boolean.class, STRING, letters));

        assertThat(PlainDialect.INSTANCE.newRenderer().renderInline(yes)).isEqualTo("'y'''");
        assertThat(bound(yes)).containsExactly(yes);
    }

    @Test
    void refusesWhatTheEntityModelHasNotResolved() {
        EntityRef.Root root = new EntityRef.Root(String.class, "s");

        assertThatThrownBy(() -> sql(new AttributeRef(root, "length", INTEGER)))
                .hasMessage(
                        "Attribute String.length cannot be written as SQL: its columns are known to the entity model"
                                + " only; resolve the statement with it first.");
        assertThatThrownBy(() -> sql(new EntityValue(root))).hasMessageStartingWith("Entity String cannot be written");
    }

    private static TextMatch match(TextMatch.Kind kind, Expression pattern) {
        return new TextMatch(kind, S, pattern);
    }

    private static Expression call(Function function, Expression... arguments) {
        return FunctionCall.of(function, INTEGER, arguments);
    }

    private static Expression calculate(Operator operator, Expression left, Expression right) {
        return new Arithmetic(operator, left, right, INTEGER);
    }

    private static Comparison less(Expression left, Expression right) {
        return new Comparison(Comparison.Operator.LT, left, right);
    }

    private static Value number(int number) {
        return new Value(number, INTEGER);
    }

    private static RenderedSql rendered(Expression expression) {
        return PlainDialect.INSTANCE.toSql(Select.of(List.of(SelectItem.of(expression))));
    }

    private static String sql(Expression expression) {
        return rendered(expression).sql().substring("select ".length());
    }

    private static List<Bind> bound(Expression expression) {
        return rendered(expression).binds();
    }
}
