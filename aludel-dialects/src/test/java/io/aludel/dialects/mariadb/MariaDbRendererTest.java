// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.mariadb;

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
import io.aludel.core.expr.Cast;
import io.aludel.core.expr.CodePointOrder;
import io.aludel.core.expr.ColumnRef;
import io.aludel.core.expr.Comparison;
import io.aludel.core.expr.Delete;
import io.aludel.core.expr.Expression;
import io.aludel.core.expr.FunctionCall;
import io.aludel.core.expr.InSelect;
import io.aludel.core.expr.InsertRows;
import io.aludel.core.expr.Order;
import io.aludel.core.expr.Parameter;
import io.aludel.core.expr.Select;
import io.aludel.core.expr.SelectItem;
import io.aludel.core.expr.TableSource;
import io.aludel.core.expr.TextMatch;
import io.aludel.core.expr.Value;
import io.aludel.core.name.TableName;
import io.aludel.core.type.ValueType;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where MariaDB and MySQL are told in other words than the standard's. */
class MariaDbRendererTest {
    private static final Dialect MARIADB = new MariaDbDialect();
    private static final Dialect MYSQL = new MariaDbDialect(Server.MYSQL, new ServerVersion(8, 4));
    private static final ColumnRef NUMBER = new ColumnRef("t", "n", INTEGER);
    private static final ColumnRef FLOATING = new ColumnRef("t", "f", DOUBLE);
    private static final ColumnRef TEXT = new ColumnRef("t", "s", STRING);
    private static final TableSource T = new TableSource.TableRef(TableName.of("t"), "t");

    @Test
    void readsGeneratedKeysFromWhatWasInsertedOrAsksForTheFirst() {
        InsertRows insert = new InsertRows(
                TableName.of("grades"), List.of(new ColumnRef("", "value", INTEGER)), new ColumnRef("", "id", LONG));

        RenderedInsert two = MARIADB.newRenderer().renderInsert(insert, 2);
        RenderedInsert onMySql = MYSQL.newRenderer().renderInsert(insert, 2);

        assertThat(two.sql()).isEqualTo("insert into grades (`value`) values (?), (?) returning id");
        assertThat(two.keys()).isEqualTo(RenderedInsert.Keys.RETURNED);
        assertThat(onMySql.sql()).isEqualTo("insert into grades (`value`) values (?), (?)");
        assertThat(onMySql.keys()).isEqualTo(RenderedInsert.Keys.FIRST_ID);
    }

    @Test
    void insertsRowsOfNothingButDefaults() {
        InsertRows insert = new InsertRows(TableName.of("t"), List.of(), new ColumnRef("", "id", LONG));

        assertThat(MARIADB.newRenderer().renderInsert(insert, 2).sql())
                .isEqualTo("insert into t () values (), () returning id");
    }

    @Test
    void sortsNullsWithoutWordsForTheirPlace() {
        assertThat(ordered(false, Order.Nulls.DEFAULT)).isEqualTo("t.n is null, t.n");
        assertThat(ordered(false, Order.Nulls.FIRST)).isEqualTo("t.n");
        assertThat(ordered(true, Order.Nulls.DEFAULT)).isEqualTo("t.n is not null, t.n desc");
        assertThat(ordered(true, Order.Nulls.LAST)).isEqualTo("t.n desc");
    }

    private static String ordered(boolean descending, Order.Nulls nulls) {
        Select select = Select.of(List.of(SelectItem.of(TEXT)))
                .withFrom(T)
                .withOrderBy(List.of(new Order(NUMBER, descending, nulls)));
        return MARIADB.toSql(select).sql().substring("select t.s from t order by ".length());
    }

    @Test
    void skipsRowsOnlyBehindALimit() {
        Select select = Select.of(List.of(SelectItem.of(NUMBER))).withFrom(T).withOffset(new Value(2, INTEGER));

        assertThat(MARIADB.toSql(select).sql()).isEqualTo("select t.n from t limit 18446744073709551615 offset ?");
        assertThat(MARIADB.toSql(select.withLimit(new Value(1, INTEGER))).sql())
                .isEqualTo("select t.n from t limit ? offset ?");
    }

    @Test
    void limitsWhatInLooksIntoBySelectingFromIt() {
        Select limited = Select.of(List.of(SelectItem.of(NUMBER))).withFrom(T).withLimit(new Value(1, INTEGER));

        assertThat(sql(new InSelect(NUMBER, limited))).isEqualTo("""
                t.n in (select `limited rows`.`item 1` from (select t.n as `item 1` from t limit ?) as `limited rows`)""");
        assertThat(sql(new InSelect(NUMBER, limited.withLimit(null)))).isEqualTo("t.n in (select t.n from t)");
    }

    @Test
    void deletesFromATableThatHasAnotherName() {
        Expression condition = new Comparison(Comparison.Operator.EQ, NUMBER, new Value(1, INTEGER));

        assertThat(MARIADB.toSql(new Delete(T, condition)).sql()).isEqualTo("delete from t where t.n = ?");
        assertThat(MARIADB.toSql(new Delete(new TableSource.TableRef(TableName.of("numbers"), "t"), condition))
                        .sql())
                .isEqualTo("delete t from numbers as t where t.n = ?");
        assertThat(MARIADB.toSql(new Delete(new TableSource.TableRef(TableName.of("app", "t"), "t"), null))
                        .sql())
                .isEqualTo("delete t from app.t as t");
    }

    @Test
    void dividesAndAveragesDecimalsOfManyPlaces() {
        assertThat(sql(arithmetic(Arithmetic.Operator.DIVIDE, NUMBER, NUMBER)))
                .isEqualTo("(t.n + 0.000000000000000000000000000000) / nullif(t.n, 0)");
        assertThat(sql(arithmetic(Arithmetic.Operator.DIVIDE, FLOATING, NUMBER)))
                .isEqualTo("t.f / nullif(t.n, 0)");
        assertThat(sql(arithmetic(Arithmetic.Operator.INTEGER_DIVIDE, NUMBER, NUMBER)))
                .isEqualTo("t.n div nullif(t.n, 0)");
        assertThat(sql(arithmetic(Arithmetic.Operator.REMAINDER, NUMBER, NUMBER)))
                .isEqualTo("t.n % nullif(t.n, 0)");
        assertThat(sql(FunctionCall.of(FunctionCall.Function.AVG, DECIMAL, NUMBER)))
                .isEqualTo("avg(t.n + 0.000000000000000000000000000000)");
        assertThat(sql(FunctionCall.of(FunctionCall.Function.AVG, DECIMAL, FLOATING)))
                .isEqualTo("avg(t.f)");
        assertThat(sql(FunctionCall.of(FunctionCall.Function.ROUND, DECIMAL, NUMBER, new Value(2, INTEGER))))
                .isEqualTo("round(t.n + 0.000000000000000000000000000000, ?)");
        assertThat(sql(FunctionCall.of(FunctionCall.Function.ROUND, DECIMAL, FLOATING, new Value(2, INTEGER))))
                .isEqualTo("if(abs(t.f) < 1e30, round(cast(t.f as decimal(65, 30)), ?), t.f)");
    }

    @Test
    void joinsTextsByAFunctionAndCountsCharacters() {
        assertThat(sql(FunctionCall.of(FunctionCall.Function.CONCAT, STRING, TEXT, new Value("x", STRING))))
                .isEqualTo("concat(t.s, ?)");
        assertThat(sql(FunctionCall.of(FunctionCall.Function.LENGTH, INTEGER, TEXT)))
                .isEqualTo("char_length(t.s)");
        assertThat(sql(FunctionCall.of(FunctionCall.Function.CURRENT_TIMESTAMP, ValueType.LOCAL_DATE_TIME)))
                .isEqualTo("current_timestamp(6)");
    }

    @Test
    void ordersByCodePointThroughEachServersOwnCollation() {
        assertThat(sql(new CodePointOrder(TEXT))).isEqualTo("t.s collate utf8mb4_nopad_bin");
        assertThat(MYSQL.toSql(Select.of(List.of(SelectItem.of(new CodePointOrder(TEXT)))))
                        .sql())
                .isEqualTo("select t.s collate utf8mb4_0900_bin");
    }

    /** In strings a backslash is an escape, so that one is written as two. */
    @Test
    void escapesPatternsByADoubledBackslash() {
        assertThat(sql(new TextMatch(TextMatch.Kind.LIKE, TEXT, new Value("a%", STRING))))
                .isEqualTo("t.s like ? escape '\\\\'");
        assertThat(sql(new TextMatch(TextMatch.Kind.ILIKE, TEXT, new Value("a%", STRING))))
                .isEqualTo("lower(t.s) like lower(?) escape '\\\\'");
        assertThat(sql(new TextMatch(TextMatch.Kind.CONTAINS, TEXT, new Parameter(0, STRING))))
                .isEqualTo(
                        "t.s like (concat('%', replace(replace(replace(?, '\\\\', '\\\\\\\\'), '%', '\\\\%'), '_', '\\\\_'), '%'))"
                                + " escape '\\\\'");
        assertThat(MARIADB.newRenderer()
                        .renderInline(new TextMatch(TextMatch.Kind.ENDS_WITH, TEXT, new Value("5%\\'", STRING))))
                .isEqualTo("s like '%5\\\\%\\\\\\\\''' escape '\\\\'");
    }

    @Test
    void castsToTheTypesThatACastKnows() {
        assertThat(sql(new Cast(TEXT, LONG))).isEqualTo("cast(t.s as signed)");
        assertThat(sql(new Cast(NUMBER, STRING))).isEqualTo("cast(t.n as char)");
        assertThat(sql(new Cast(TEXT, ValueType.BYTES))).isEqualTo("cast(t.s as binary)");
        assertThat(sql(new Cast(TEXT, ValueType.FLOAT))).isEqualTo("cast(t.s as double)");
        assertThat(sql(new Cast(TEXT, ValueType.INSTANT))).isEqualTo("cast(t.s as datetime(6))");
    }

    private static Arithmetic arithmetic(Arithmetic.Operator operator, Expression left, Expression right) {
        return new Arithmetic(operator, left, right, DECIMAL);
    }

    private static String sql(Expression expression) {
        return MARIADB.toSql(Select.of(List.of(SelectItem.of(expression))))
                .sql()
                .substring("select ".length());
    }
}
