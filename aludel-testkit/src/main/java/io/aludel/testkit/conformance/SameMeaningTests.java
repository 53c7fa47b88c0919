// SPDX-License-Identifier: Apache-2.0
package io.aludel.testkit.conformance;

import static io.aludel.core.query.Functions.avg;
import static io.aludel.core.query.Functions.coalesce;
import static io.aludel.core.query.Functions.count;
import static io.aludel.core.query.Functions.countDistinct;
import static io.aludel.core.query.Functions.currentDate;
import static io.aludel.core.query.Functions.max;
import static io.aludel.core.query.Functions.min;
import static io.aludel.core.query.Functions.round;
import static io.aludel.core.query.Functions.sum;
import static io.aludel.core.query.Functions.value;
import static io.aludel.core.query.Functions.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.aludel.core.expr.ColumnRef;
import io.aludel.core.expr.Delete;
import io.aludel.core.expr.Expression;
import io.aludel.core.expr.FunctionCall;
import io.aludel.core.expr.InsertRows;
import io.aludel.core.expr.Order;
import io.aludel.core.expr.Select;
import io.aludel.core.expr.SelectItem;
import io.aludel.core.expr.TableSource;
import io.aludel.core.expr.Value;
import io.aludel.core.name.TableName;
import io.aludel.core.query.Bool;
import io.aludel.core.query.DecimalNum;
import io.aludel.core.query.DoubleNum;
import io.aludel.core.query.Expr;
import io.aludel.core.query.IntNum;
import io.aludel.core.query.LongNum;
import io.aludel.core.query.Text;
import io.aludel.core.query.Time;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Table;
import io.aludel.core.type.SqlType;
import io.aludel.core.type.ValueType;
import io.aludel.engine.Engine;
import io.aludel.engine.EngineConnection;
import io.aludel.testkit.TestedDatabase;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.TimeZone;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The same query means the same on every database. */
@Tag("server-version")
abstract class SameMeaningTests extends ConformanceTests {
    private static final TableName NAME = TableName.of("facts");
    private static final ColumnRef ID = new ColumnRef("f", "id", ValueType.INTEGER);
    private static final IntNum NUMBER = new IntNum(new ColumnRef("f", "number", ValueType.INTEGER));
    private static final LongNum LONG = new LongNum(new ColumnRef("f", "large", ValueType.LONG));
    private static final DecimalNum PRICE =
            new DecimalNum(new ColumnRef("f", "price", ValueType.DECIMAL.as(SqlType.decimal(10, 3))));
    private static final DoubleNum FLOATING = new DoubleNum(new ColumnRef("f", "floating", ValueType.DOUBLE));
    private static final Text TEXT = new Text(new ColumnRef("f", "txt", ValueType.STRING));
    private static final Bool FLAG = new Bool(new ColumnRef("f", "flag", ValueType.BOOLEAN));
    private static final Table TABLE = Table.of(
            NAME,
            List.of(
                    Column.notNull("id", SqlType.integer()),
                    Column.nullable("number", SqlType.integer()),
                    Column.nullable("large", SqlType.bigint()),
                    Column.nullable("price", SqlType.decimal(10, 3)),
                    Column.nullable("floating", SqlType.doublePrecision()),
                    Column.nullable("txt", SqlType.text()),
                    Column.nullable("flag", SqlType.bool())));

    private final Engine engine = newEngine();
    private EngineConnection connection;

    SameMeaningTests(Supplier<? extends TestedDatabase> databases) {
        super(databases);
        engine.createAll(Schema.of(TABLE));
        connection = engine.connect();
        insert(1, 7, 3_000_000_000L, "2.675", 2.675, "Жук", true);
        insert(2, -7, 4_000_000_000L, "-2.675", -0.125, "жук", false);
        insert(3, 2, 1L, "4.000", 1e10, "50%_\\ off", null);
        insert(4, null, null, null, null, null, null);
        insert(5, 0, 0L, "0.000", 0.0, "", true);
        insert(6, 3, 2L, "1.005", 1.5, "a*[b]?", true);
    }

    @AfterEach
    void close() {
        connection.close();
    }

    @Test
    void divisionKeepsTheFractionAndIntegerDivisionCutsTowardsZero() {
        assertThat(rounded(NUMBER.dividedBy(2)))
                .isEqualTo(decimals("3.5000", "-3.5000", "1.0000", null, "0.0000", "1.5000"));
        assertThat(rounded(NUMBER.dividedBy(3)))
                .isEqualTo(decimals("2.3333", "-2.3333", "0.6667", null, "0.0000", "1.0000"));
        assertThat(rounded(PRICE.dividedBy(NUMBER)))
                .isEqualTo(decimals("0.3821", "0.3821", "2.0000", null, null, "0.3350"));
        assertThat(each(NUMBER.integerDividedBy(2))).containsExactly(3, -3, 1, null, 0, 1);
        assertThat(each(NUMBER.remainder(4))).containsExactly(3, -3, 2, null, 0, 3);
    }

    @Test
    void divisionByZeroIsNull() {
        assertThat(each(value(1).dividedBy(NUMBER.times(0)))).containsOnlyNulls();
        assertThat(each(NUMBER.remainder(0))).containsOnlyNulls();
        assertThat(each(NUMBER.integerDividedBy(0))).containsOnlyNulls();
        assertThat(each(NUMBER.integerDividedBy(NUMBER))).containsExactly(1, 1, 1, null, null, 1);
    }

    @Test
    void roundingIsHalfAwayFromZeroByDecimalDigits() {
        assertThat(plain(each(round(PRICE, 2)))).containsExactly("2.68", "-2.68", "4", null, "0", "1.01");
        assertThat(plain(each(round(FLOATING, 2)))).containsExactly("2.68", "-0.13", "10000000000", null, "0", "1.5");
        assertThat(plain(each(round(PRICE, 0)))).containsExactly("3", "-3", "4", null, "0", "1");
        assertThat(plain(each(round(NUMBER, 1)))).containsExactly("7", "-7", "2", null, "0", "3");
    }

    @Test
    void aggregatesLeaveNullOut() {
        assertThat(one(count())).isEqualTo(6L);
        assertThat(one(count(NUMBER))).isEqualTo(5L);
        assertThat(one(countDistinct(FLAG))).isEqualTo(2L);
        assertThat(one(sum(NUMBER))).isEqualTo(5L);
        assertThat(one(sum(LONG))).isEqualTo(7_000_000_003L);
        assertThat(one(sum(PRICE))).isEqualByComparingTo("5.005");
        assertThat(one(avg(NUMBER))).isEqualByComparingTo("1");
        assertThat(one(round(avg(LONG), 2))).isEqualByComparingTo("1400000000.60");
        assertThat(one(round(avg(PRICE), 3))).isEqualByComparingTo("1.001");
        assertThat(one(min(NUMBER))).isEqualTo(-7);
        assertThat(one(max(PRICE))).isEqualByComparingTo("4");
        assertThat(one(sum(LONG).integerDividedBy(2L))).isEqualTo(3_500_000_001L);
        assertThat(one(sum(LONG).integerDividedBy(count()))).isEqualTo(1_166_666_667L);
        assertThat(one(sum(LONG).remainder(count(NUMBER)))).isEqualTo(3L);
    }

    @Test
    void aggregatesOfNothingAreNullButCountsAreNone() {
        connection.update(engine.dialect().toSql(new Delete(source(), null)));

        assertThat(one(count())).isEqualTo(0L);
        assertThat(one(sum(NUMBER))).isNull();
        assertThat(one(avg(NUMBER))).isNull();
        assertThat(one(max(TEXT))).isNull();
    }

    @Test
    void textComparesCaseAndWildcardsAsTheyStand() {
        assertThat(where(TEXT.eq("жук"))).containsExactly(2);
        assertThat(where(TEXT.in("ЖУК", "Жук"))).containsExactly(1);
        assertThat(where(TEXT.like("ж%"))).containsExactly(2);
        assertThat(where(TEXT.like("50\\%\\_\\\\%"))).containsExactly(3);
        assertThat(where(TEXT.like("_ук"))).containsExactly(1, 2);
        assertThat(where(TEXT.ilike("ЖУ%"))).containsExactly(1, 2);
        assertThat(where(TEXT.contains("%_\\"))).containsExactly(3);
        assertThat(where(TEXT.contains("*[b]?"))).containsExactly(6);
        assertThat(where(TEXT.startsWith("50%"))).containsExactly(3);
        assertThat(where(TEXT.startsWith("50_"))).isEmpty();
        assertThat(where(TEXT.endsWith("ук"))).containsExactly(1, 2);
        assertThat(where(TEXT.contains(""))).as("any text but NULL").containsExactly(1, 2, 3, 5, 6);
    }

    @Test
    void textFunctionsCountCharactersAndPassNullOn() {
        assertThat(each(TEXT.length())).containsExactly(3, 3, 9, null, 0, 6);
        assertThat(each(TEXT.concat("!").length())).containsExactly(4, 4, 10, null, 1, 7);
        assertThat(each(value("  x ").trim().length())).containsOnly(1);
        assertThat(each(coalesce(TEXT, "none").length())).containsExactly(3, 3, 9, 4, 0, 6);
    }

    @Test
    void orderByCodePointIsOneEverywhere() {
        assertThat(ordered(new Order(TEXT.byCodePoint().node(), false, Order.Nulls.DEFAULT)))
                .containsExactly(5, 3, 6, 1, 2, 4);
        assertThat(where(TEXT.byCodePoint().gt("a"))).containsExactly(1, 2, 6);
    }

    @Test
    void nullStandsLastUpwardsAndFirstDownwardsUnlessToldOtherwise() {
        assertThat(ordered(new Order(NUMBER.node(), false, Order.Nulls.DEFAULT)))
                .containsExactly(2, 5, 3, 6, 1, 4);
        assertThat(ordered(new Order(NUMBER.node(), true, Order.Nulls.DEFAULT))).containsExactly(4, 1, 6, 3, 5, 2);
        assertThat(ordered(new Order(NUMBER.node(), false, Order.Nulls.FIRST))).containsExactly(4, 2, 5, 3, 6, 1);
        assertThat(ordered(new Order(NUMBER.node(), true, Order.Nulls.LAST))).containsExactly(1, 6, 3, 5, 2, 4);
    }

    @Test
    void conditionsHaveThreeValues() {
        assertThat(where(FLAG)).containsExactly(1, 5, 6);
        assertThat(where(FLAG.not())).containsExactly(2);
        assertThat(where(FLAG.eq(false))).containsExactly(2);
        assertThat(where(NUMBER.in(List.of()))).isEmpty();
        assertThat(where(NUMBER.in(List.of()).not())).hasSize(6);
        assertThat(where(NUMBER.in(7, 2, -7))).containsExactly(1, 2, 3);
        assertThat(where(NUMBER.gt(1).eq(FLAG))).containsExactly(1, 2, 6);
        assertThat(where(PRICE.between(1, 3))).containsExactly(1, 6);
        assertThat(each(NUMBER.gt(1))).containsExactly(true, false, true, null, false, true);
        assertThat(each(when(NUMBER.gt(1), value("big")).otherwise(value("small"))))
                .containsExactly("big", "small", "big", "small", "small", "big");
    }

    @Test
    void groupsByWhatHoldsAValue() {
        Expression remainder = NUMBER.remainder(2).node();
        Select groups = Select.of(List.of(SelectItem.of(remainder), SelectItem.of(count().node())))
                .withFrom(source())
                .withGroupBy(List.of(remainder))
                .withOrderBy(List.of(new Order(remainder, false, Order.Nulls.DEFAULT)));

        assertThat(connection.list(
                        engine.dialect().toSql(groups),
                        List.of(ValueType.INTEGER, ValueType.LONG),
                        row -> row.get(0) + ": " + row.get(1)))
                .containsExactly("-1: 1", "0: 2", "1: 2", "null: 1");
    }

    @Test
    void pagesWithAndWithoutALimit() {
        Select byId = ids().withOrderBy(List.of(new Order(ID, false, Order.Nulls.DEFAULT)));

        assertThat(list(byId.withLimit(number(2)).withOffset(number(1)), ValueType.INTEGER))
                .containsExactly(2, 3);
        assertThat(list(byId.withOffset(number(4)), ValueType.INTEGER)).containsExactly(5, 6);
        assertThat(list(byId.withLimit(number(0)), ValueType.INTEGER)).isEmpty();
    }

    @Test
    void thePresentIsInUtcWhereverTheMachineStands() {
        TimeZone before = TimeZone.getDefault();
        try {
            for (String zone : List.of("Pacific/Kiritimati", "Pacific/Pago_Pago")) { // never the same day
                TimeZone.setDefault(TimeZone.getTimeZone(zone));
                connection.close();
                connection = engine.connect();
                LocalDate today = LocalDate.now(ZoneOffset.UTC);

                assertThat(each(currentDate()))
                        .allMatch(date -> !date.isBefore(today) && date.isBefore(today.plusDays(2)));
                assertThat(one(new Time<LocalDateTime>(
                                FunctionCall.of(FunctionCall.Function.CURRENT_TIMESTAMP, ValueType.LOCAL_DATE_TIME))))
                        .isCloseTo(LocalDateTime.now(ZoneOffset.UTC), within(1, ChronoUnit.MINUTES));
                assertThat(one(new Time<Instant>(
                                FunctionCall.of(FunctionCall.Function.CURRENT_TIMESTAMP, ValueType.INSTANT))))
                        .isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
            }
        } finally {
            TimeZone.setDefault(before);
        }
    }

    // reading

    private List<Integer> where(Bool condition) {
        return list(
                ids().withWhere(condition.node()).withOrderBy(List.of(new Order(ID, false, Order.Nulls.DEFAULT))),
                ValueType.INTEGER);
    }

    private List<Integer> ordered(Order order) {
        return list(ids().withOrderBy(List.of(order)), ValueType.INTEGER);
    }

    private static Select ids() {
        return Select.of(List.of(SelectItem.of(ID))).withFrom(source());
    }

    /** The expression for each row. */
    private <T> List<T> each(Expr<T> expression) {
        return list(
                Select.of(List.of(SelectItem.of(expression.node())))
                        .withFrom(source())
                        .withOrderBy(List.of(new Order(ID, false, Order.Nulls.DEFAULT))),
                expression.node().type());
    }

    private <T> T one(Expr<T> expression) {
        List<T> values = list(
                Select.of(List.of(SelectItem.of(expression.node()))).withFrom(source()),
                expression.node().type());
        return values.get(0);
    }

    @SuppressWarnings("unchecked") // the expression's type says what is read
    private <T> List<T> list(Select select, ValueType<?> type) {
        return connection.<T>list(engine.dialect().toSql(select), List.of(type), row -> (T) row.get(0));
    }

    private List<BigDecimal> rounded(DecimalNum number) {
        return each(number.round(4)).stream()
                .map(value -> value == null ? null : value.setScale(4))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static List<BigDecimal> decimals(String... numbers) {
        List<BigDecimal> decimals = new ArrayList<>();
        for (String number : numbers) {
            decimals.add(number == null ? null : new BigDecimal(number));
        }
        return decimals;
    }

    private static List<String> plain(List<BigDecimal> numbers) {
        List<String> texts = new ArrayList<>();
        for (BigDecimal number : numbers) {
            texts.add(number == null ? null : number.stripTrailingZeros().toPlainString());
        }
        return texts;
    }

    private static Value number(int number) {
        return new Value(number, ValueType.INTEGER);
    }

    private static TableSource source() {
        return new TableSource.TableRef(NAME, "f");
    }

    private void insert(int id, Integer number, Long large, String price, Double floating, String text, Boolean flag) {
        List<ColumnRef> columns = List.of(
                ID,
                (ColumnRef) NUMBER.node(),
                (ColumnRef) LONG.node(),
                (ColumnRef) PRICE.node(),
                (ColumnRef) FLOATING.node(),
                (ColumnRef) TEXT.node(),
                (ColumnRef) FLAG.node());
        List<Object[]> rows = new ArrayList<>();
        rows.add(new Object[] {id, number, large, price == null ? null : new BigDecimal(price), floating, text, flag});
        connection.insert(new InsertRows(NAME, columns, null), rows);
    }
}
