// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.postgresql;

import static io.aludel.core.type.ValueType.DECIMAL;
import static io.aludel.core.type.ValueType.DOUBLE;
import static io.aludel.core.type.ValueType.INTEGER;
import static io.aludel.core.type.ValueType.LONG;
import static io.aludel.core.type.ValueType.STRING;
import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.core.dialect.Dialect;
import io.aludel.core.dialect.RenderedInsert;
import io.aludel.core.dialect.ServerVersion;
import io.aludel.core.expr.Arithmetic;
import io.aludel.core.expr.CodePointOrder;
import io.aludel.core.expr.ColumnRef;
import io.aludel.core.expr.Expression;
import io.aludel.core.expr.FunctionCall;
import io.aludel.core.expr.FunctionCall.Function;
import io.aludel.core.expr.InsertRows;
import io.aludel.core.expr.Order;
import io.aludel.core.expr.Select;
import io.aludel.core.expr.SelectItem;
import io.aludel.core.expr.TextMatch;
import io.aludel.core.expr.Value;
import io.aludel.core.name.TableName;
import io.aludel.core.type.BasicType;
import io.aludel.core.type.Conversion;
import io.aludel.core.type.ConvertedType;
import io.aludel.core.type.SqlType;
import io.aludel.core.type.ValueType;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where PostgreSQL is told in other words than the standard's, and the words that matter most. */
class PostgresRendererTest {
    private static final Dialect POSTGRES = new PostgresDialect();
    private static final ColumnRef ID = new ColumnRef("", "id", LONG);
    private static final ColumnRef NUMBER = new ColumnRef("t", "n", INTEGER);
    private static final ColumnRef FLOATING = new ColumnRef("t", "f", DOUBLE);
    private static final ColumnRef TEXT = new ColumnRef("t", "s", STRING);

    @Test
    void insertsAnyNumberOfRowsAsOneArrayPerColumn() {
        InsertRows insert = new InsertRows(
                TableName.of("grades"),
                List.of(
                        new ColumnRef("", "student_id", LONG),
                        new ColumnRef("", "value", INTEGER),
                        new ColumnRef("", "note", STRING.as(SqlType.varchar(40)))),
                ID);

        RenderedInsert one = POSTGRES.newRenderer().renderInsert(insert, 1);

        assertThat(one.sql()).isEqualTo("""
                        insert into grades (student_id, "value", note) select student_id, "value", note \
                        from unnest(?::int8[], ?::int4[], ?::text[]) with ordinality as r(student_id, "value", note, ord) \
                        order by ord returning id""");
        assertThat(one.layout()).isEqualTo(RenderedInsert.Layout.COLUMN_ARRAYS);
        assertThat(one.keys()).isEqualTo(RenderedInsert.Keys.RETURNED);
        assertThat(POSTGRES.newRenderer().renderInsert(insert, 500)).isEqualTo(one);
    }

    @Test
    void namesTheOrdinalApartFromTheColumns() {
        InsertRows insert = new InsertRows(
                TableName.of("t"),
                List.of(new ColumnRef("", "ord", INTEGER), new ColumnRef("", "ord_", INTEGER)),
                null);

        RenderedInsert rendered = POSTGRES.newRenderer().renderInsert(insert, 2);

        assertThat(rendered.sql()).isEqualTo("""
                        insert into t (ord, ord_) select ord, ord_ from unnest(?::int4[], ?::int4[]) \
                        with ordinality as r(ord, ord_, ord__) order by ord__""");
        assertThat(rendered.keys()).isEqualTo(RenderedInsert.Keys.NONE);
    }

    @Test
    void sendsTypesOfItsOwnAsText() {
        InsertRows insert = new InsertRows(
                TableName.of("t"),
                List.of(
                        new ColumnRef("", "tags", STRING.as(SqlType.nativeType("postgresql", "integer[]"))),
                        new ColumnRef("", "data", STRING.as(SqlType.json())),
                        new ColumnRef(
                                "",
                                "grade",
                                new ConvertedType<>(
                                        Grade.class, new BasicType<>(Short.class, SqlType.smallint()), GRADES))),
                null);

        assertThat(POSTGRES.newRenderer().renderInsert(insert, 2).sql()).isEqualTo("""
                        insert into t (tags, data, grade) select tags::integer[], data, grade \
                        from unnest(?::text[], ?::jsonb[], ?::int2[]) with ordinality as r(tags, data, grade, ord) order by ord""");
    }

    private enum Grade {
        GOOD
    }

    private static final Conversion<Grade, Short> GRADES = new Conversion<>() {
        @Override
        public Short toStored(Grade value) {
            return 1;
        }

        @Override
        public Grade fromStored(Short stored) {
            return Grade.GOOD;
        }
    };

    @Test
    void insertsRowsOfDefaultsByTheirKey() {
        RenderedInsert three = POSTGRES.newRenderer().renderInsert(new InsertRows(TableName.of("t"), List.of(), ID), 3);

        assertThat(three.sql()).isEqualTo("insert into t (id) values (default), (default), (default) returning id");
        assertThat(three.layout()).isEqualTo(RenderedInsert.Layout.ROWS);
    }

    @Test
    void roundsFloatingPointNumbersAsDecimals() {
        assertThat(sql(call(Function.ROUND, NUMBER, places()))).isEqualTo("round(t.n, ?)");
        assertThat(sql(call(Function.ROUND, FLOATING, places()))).isEqualTo("round(cast(t.f as numeric), ?)");
        assertThat(sql(call(Function.ROUND, call(Function.AVG, NUMBER), places())))
                .isEqualTo("round(avg(t.n), ?)");
        assertThat(sql(call(Function.ROUND, call(Function.AVG, FLOATING), places())))
                .isEqualTo("round(cast(avg(t.f) as numeric), ?)");
    }

    @Test
    void dividesSumsOfIntegersWithoutAFraction() {
        Expression sum = FunctionCall.of(Function.SUM, LONG, NUMBER);

        assertThat(sql(new Arithmetic(Arithmetic.Operator.INTEGER_DIVIDE, sum, NUMBER, LONG)))
                .isEqualTo("trunc(sum(t.n) / nullif(t.n, 0))");
        assertThat(sql(new Arithmetic(Arithmetic.Operator.INTEGER_DIVIDE, NUMBER, NUMBER, LONG)))
                .isEqualTo("t.n / nullif(t.n, 0)");
        assertThat(sql(new Arithmetic(Arithmetic.Operator.DIVIDE, NUMBER, NUMBER, DECIMAL)))
                .isEqualTo("cast(t.n as numeric) / nullif(t.n, 0)");
    }

    @Test
    void reckonsWithTimes() {
        ColumnRef day = new ColumnRef("t", "d", ValueType.LOCAL_DATE);
        ColumnRef moment = new ColumnRef("t", "m", ValueType.INSTANT);
        Value number = new Value(1, INTEGER);

        assertThat(sql(FunctionCall.of(Function.SECOND, INTEGER, moment)))
                .isEqualTo("cast(trunc(extract(second from t.m)) as integer)");
        assertThat(sql(FunctionCall.of(Function.PLUS_DAYS, ValueType.LOCAL_DATE, day, number)))
                .isEqualTo("t.d + cast(? as integer)");
        assertThat(sql(FunctionCall.of(Function.PLUS_MONTHS, ValueType.LOCAL_DATE, day, number)))
                .isEqualTo("cast(t.d + make_interval(months => cast(? as integer)) as date)");
        assertThat(sql(FunctionCall.of(Function.PLUS_MICROSECONDS, ValueType.INSTANT, moment, number)))
                .isEqualTo("t.m + ? / 1000000 * interval '1 second' + ? % 1000000 * interval '1 microsecond'");
        assertThat(sql(FunctionCall.of(Function.MICROSECONDS_BETWEEN, LONG, moment, moment)))
                .isEqualTo("cast(extract(epoch from t.m - t.m) * 1000000 as bigint)");
    }

    @Test
    void changesCaseByUnicodeWhereTheServerHasItInItself() {
        Expression lower = FunctionCall.of(Function.LOWER, STRING, TEXT);

        assertThat(sql(lower)).isEqualTo("lower(t.s collate \"pg_c_utf8\")");
        assertThat(POSTGRES.forVersion(new ServerVersion(16, 0))
                        .toSql(Select.of(List.of(SelectItem.of(lower))))
                        .sql())
                .isEqualTo("select lower(t.s)");
    }

    @Test
    void matchesAndOrdersText() {
        Value pattern = new Value("%ж%", STRING);

        assertThat(sql(new TextMatch(TextMatch.Kind.ILIKE, TEXT, pattern)))
                .isEqualTo("t.s collate \"pg_c_utf8\" ilike ? escape '\\'");
        assertThat(sql(new TextMatch(TextMatch.Kind.LIKE, TEXT, pattern))).isEqualTo("t.s like ? escape '\\'");
        assertThat(POSTGRES.toSql(Select.of(List.of(SelectItem.of(TEXT)))
                                .withOrderBy(List.of(new Order(new CodePointOrder(TEXT), true, Order.Nulls.DEFAULT))))
                        .sql())
                .isEqualTo("select t.s order by t.s collate \"C\" desc");
    }

    private static Value places() {
        return new Value(2, INTEGER);
    }

    private static Expression call(Function function, Expression... arguments) {
        return FunctionCall.of(function, DECIMAL, arguments);
    }

    private static String sql(Expression expression) {
        return POSTGRES.toSql(Select.of(List.of(SelectItem.of(expression))))
                .sql()
                .substring("select ".length());
    }
}
