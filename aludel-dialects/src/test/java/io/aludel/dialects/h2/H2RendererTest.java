// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.h2;

import static io.aludel.core.type.ValueType.DECIMAL;
import static io.aludel.core.type.ValueType.DOUBLE;
import static io.aludel.core.type.ValueType.INTEGER;
import static io.aludel.core.type.ValueType.LONG;
import static io.aludel.core.type.ValueType.STRING;
import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.core.dialect.Dialect;
import io.aludel.core.dialect.RenderedInsert;
import io.aludel.core.expr.Arithmetic;
import io.aludel.core.expr.Bind;
import io.aludel.core.expr.CodePointOrder;
import io.aludel.core.expr.ColumnRef;
import io.aludel.core.expr.Expression;
import io.aludel.core.expr.FunctionCall;
import io.aludel.core.expr.InsertRows;
import io.aludel.core.expr.Order;
import io.aludel.core.expr.Select;
import io.aludel.core.expr.SelectItem;
import io.aludel.core.expr.TableSource;
import io.aludel.core.expr.TextMatch;
import io.aludel.core.expr.Value;
import io.aludel.core.name.TableName;
import io.aludel.core.type.ValueType;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where H2 is told in other words than the standard's. */
class H2RendererTest {
    private static final Dialect H2 = new H2Dialect();
    private static final ColumnRef NUMBER = new ColumnRef("t", "n", INTEGER);
    private static final ColumnRef FLOATING = new ColumnRef("t", "f", DOUBLE);
    private static final ColumnRef PRICE = new ColumnRef("t", "p", DECIMAL);
    private static final ColumnRef TEXT = new ColumnRef("t", "s", STRING);

    @Test
    void cutsTextsByCharactersAndReckonsWithTimes() {
        ColumnRef text = new ColumnRef("t", "s", ValueType.STRING);
        ColumnRef at = new ColumnRef("t", "at", ValueType.LOCAL_DATE_TIME);
        Value two = new Value(2, ValueType.INTEGER);

        assertThat(sql(FunctionCall.of(FunctionCall.Function.SUBSTRING, ValueType.STRING, text, two, two)))
                .isEqualTo("regexp_replace(\"t\".\"s\", ?, '$1')");
        assertThat(sql(FunctionCall.of(FunctionCall.Function.PLUS_MONTHS, ValueType.LOCAL_DATE_TIME, at, two)))
                .isEqualTo("timestampadd(month, cast(? as integer), \"t\".\"at\")");
        assertThat(sql(FunctionCall.of(FunctionCall.Function.MICROSECONDS_BETWEEN, ValueType.LONG, at, at)))
                .isEqualTo("timestampdiff(microsecond, \"t\".\"at\", \"t\".\"at\")");
    }

    @Test
    void readsGeneratedKeysFromWhatWasInserted() {
        InsertRows insert = new InsertRows(
                TableName.of("grades"), List.of(new ColumnRef("", "value", INTEGER)), new ColumnRef("", "id", LONG));

        RenderedInsert two = H2.newRenderer().renderInsert(insert, 2);

        assertThat(two.sql())
                .isEqualTo("select \"id\" from final table (insert into \"grades\" (\"value\") values (?), (?))");
        assertThat(two.keys()).isEqualTo(RenderedInsert.Keys.RETURNED);
        assertThat(H2.newRenderer()
                        .renderInsert(new InsertRows(TableName.of("t"), insert.columns(), null), 1)
                        .sql())
                .isEqualTo("insert into \"t\" (\"value\") values (?)");
    }

    @Test
    void dividesAndAveragesAsDecimalsOfFortyDigits() {
        assertThat(sql(arithmetic(Arithmetic.Operator.DIVIDE, NUMBER, NUMBER)))
                .isEqualTo("cast(\"t\".\"n\" as decfloat(40)) / nullif(cast(\"t\".\"n\" as decfloat(40)), 0)");
        assertThat(sql(arithmetic(Arithmetic.Operator.DIVIDE, FLOATING, NUMBER)))
                .isEqualTo("cast(\"t\".\"f\" as double precision) / nullif(cast(\"t\".\"n\" as double precision), 0)");
        assertThat(sql(FunctionCall.of(FunctionCall.Function.AVG, DECIMAL, NUMBER)))
                .isEqualTo("cast(sum(\"t\".\"n\") as numeric(40)) / count(\"t\".\"n\")");
        assertThat(sql(FunctionCall.of(FunctionCall.Function.AVG, DECIMAL, PRICE)))
                .isEqualTo("cast(sum(\"t\".\"p\") as decfloat(40)) / count(\"t\".\"p\")");
        assertThat(sql(FunctionCall.of(FunctionCall.Function.ROUND, DECIMAL, NUMBER, new Value(2, INTEGER))))
                .isEqualTo("cast(round(\"t\".\"n\", ?) as numeric(1000, 2))");
    }

    @Test
    void countsCharactersAndOrdersThemByCodePoint() {
        assertThat(sql(FunctionCall.of(FunctionCall.Function.LENGTH, INTEGER, TEXT)))
                .isEqualTo("char_length(regexp_replace(\"t\".\"s\", '[\\x{10000}-\\x{10FFFF}]', '.'))");
        assertThat(sql(new CodePointOrder(TEXT))).isEqualTo("stringtoutf8(\"t\".\"s\")");
    }

    @Test
    void looksAtSingleCharactersByARegularExpression() {
        Expression match = new TextMatch(TextMatch.Kind.LIKE, TEXT, new Value("a_\\_%", STRING));

        assertThat(sql(match)).isEqualTo("\"t\".\"s\" like ? escape '\\' and regexp_like(\"t\".\"s\", ?)");
        assertThat(H2.toSql(Select.of(List.of(SelectItem.of(match)))).binds())
                .extracting((Bind bind) -> ((Value) bind).value())
                .containsExactly("a%\\_%", "(?s)^\\Qa\\E.\\Q_\\E.*\\z");
        assertThat(sql(new TextMatch(TextMatch.Kind.LIKE, TEXT, new Value("a%", STRING))))
                .isEqualTo("\"t\".\"s\" like ? escape '\\'");
        assertThat(sql(new TextMatch(TextMatch.Kind.ILIKE, TEXT, new Value("a%", STRING))))
                .isEqualTo("\"t\".\"s\" ilike ? escape '\\'");
    }

    @Test
    void groupsByTheAliasOfWhatHoldsAValue() {
        Expression remainder = new Arithmetic(Arithmetic.Operator.REMAINDER, NUMBER, new Value(2, INTEGER), INTEGER);
        Select select = Select.of(List.of(SelectItem.of(remainder)))
                .withFrom(new TableSource.TableRef(TableName.of("t"), "t"))
                .withGroupBy(List.of(remainder))
                .withOrderBy(List.of(new Order(remainder, false, Order.Nulls.DEFAULT)));

        assertThat(H2.toSql(select).sql()).isEqualTo("""
                select "t"."n" % nullif(?, 0) as "item 1" from "t" group by "item 1" order by 1 nulls last""");
    }

    private static Arithmetic arithmetic(Arithmetic.Operator operator, Expression left, Expression right) {
        return new Arithmetic(operator, left, right, DECIMAL);
    }

    private static String sql(Expression expression) {
        return H2.toSql(Select.of(List.of(SelectItem.of(expression)))).sql().substring("select ".length());
    }
}
