// SPDX-License-Identifier: Apache-2.0
package io.aludel.testkit.conformance;

import static io.aludel.core.query.Functions.any;
import static io.aludel.core.query.Functions.avg;
import static io.aludel.core.query.Functions.coalesce;
import static io.aludel.core.query.Functions.count;
import static io.aludel.core.query.Functions.countDistinct;
import static io.aludel.core.query.Functions.every;
import static io.aludel.core.query.Functions.max;
import static io.aludel.core.query.Functions.min;
import static io.aludel.core.query.Functions.sum;
import static io.aludel.core.query.Functions.value;
import static io.aludel.core.query.Functions.when;

import io.aludel.core.dialect.Feature;
import io.aludel.core.expr.ColumnRef;
import io.aludel.core.expr.InSelect;
import io.aludel.core.expr.InsertRows;
import io.aludel.core.expr.Order;
import io.aludel.core.expr.Select;
import io.aludel.core.expr.SelectItem;
import io.aludel.core.expr.TableSource;
import io.aludel.core.name.TableName;
import io.aludel.core.query.Bool;
import io.aludel.core.query.DecimalNum;
import io.aludel.core.query.DoubleNum;
import io.aludel.core.query.Expr;
import io.aludel.core.query.IntNum;
import io.aludel.core.query.LongNum;
import io.aludel.core.query.Span;
import io.aludel.core.query.Text;
import io.aludel.core.query.Time;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Table;
import io.aludel.core.type.BasicType;
import io.aludel.core.type.SqlType;
import io.aludel.core.type.ValueType;
import io.aludel.engine.Engine;
import io.aludel.engine.EngineConnection;
import io.aludel.testkit.TestedDatabase;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What expressions mean, row by row: how it is said, the expression, and the one value that every database gives. The columns of the one row of {@code
 * facts} are written {@code [like this]}.
 */
@Tag("server-version")
abstract class MeaningTableTests extends ConformanceTests {
    private record Row(String says, Expr<?> expression, Object expected) {}

    private record Fact(ColumnRef column, SqlType type, Object value) {}

    private static final List<Fact> FACTS = new ArrayList<>();

    private static final IntNum SEVEN = new IntNum(fact("seven", ValueType.INTEGER, 7));
    private static final IntNum MINUS_SEVEN = new IntNum(fact("minus_seven", ValueType.INTEGER, -7));
    private static final IntNum NO_NUMBER = new IntNum(fact("no_number", ValueType.INTEGER, null));
    private static final LongNum LARGE = new LongNum(fact("large", ValueType.LONG, 9_007_199_254_740_993L));
    private static final DecimalNum TENTH = new DecimalNum(fact("tenth", decimal(10, 3), new BigDecimal("0.100")));
    private static final DecimalNum PRICE = new DecimalNum(fact("price", decimal(10, 3), new BigDecimal("2.675")));
    private static final DecimalNum LOSS = new DecimalNum(fact("loss", decimal(10, 3), new BigDecimal("-2.675")));
    private static final DecimalNum WHOLE =
            new DecimalNum(fact("whole", decimal(20, 2), new BigDecimal("9007199254740993.00")));
    private static final DoubleNum EIGHTH = new DoubleNum(fact("eighth", ValueType.DOUBLE, -0.125));
    private static final DoubleNum ZERO = new DoubleNum(fact("zero", ValueType.DOUBLE, -0.0));
    private static final Text BEETLE = new Text(fact("beetle", ValueType.STRING, "Жук"));
    private static final Text ELEPHANT = new Text(fact("elephant", ValueType.STRING, "a🐘b🐘"));
    private static final Text CAFE = new Text(fact("cafe", ValueType.STRING, "Caf\u00e9"));
    private static final Text BLANK = new Text(fact("blank", ValueType.STRING, "a "));
    private static final Text EMPTY = new Text(fact("empty", ValueType.STRING, ""));
    private static final Text SALE = new Text(fact("sale", ValueType.STRING, "50%_\\ [a-z]*? off"));
    private static final Text LINES = new Text(fact("two_lines", ValueType.STRING, "one\ntwo"));
    private static final Text NO_TEXT = new Text(fact("no_text", ValueType.STRING, null));
    private static final Bool YES = new Bool(fact("yes", ValueType.BOOLEAN, true));
    private static final Bool NO = new Bool(fact("not_so", ValueType.BOOLEAN, false));
    private static final Bool UNKNOWN = new Bool(fact("unknown", ValueType.BOOLEAN, null));
    private static final Time<LocalDate> DAY =
            new Time<>(fact("a_day", ValueType.LOCAL_DATE, LocalDate.of(2024, 1, 31)));
    private static final Time<LocalTime> HOUR =
            new Time<>(fact("an_hour", ValueType.LOCAL_TIME, LocalTime.of(23, 59, 58, 999_999_000)));
    private static final Time<LocalDateTime> AT = new Time<>(
            fact("a_time", ValueType.LOCAL_DATE_TIME, LocalDateTime.of(2024, 12, 31, 23, 59, 59, 999_999_000)));
    private static final Time<LocalDateTime> OLD =
            new Time<>(fact("old_time", ValueType.LOCAL_DATE_TIME, LocalDateTime.of(1582, 10, 15, 0, 0)));
    private static final Time<Instant> MOMENT =
            new Time<>(fact("a_moment", ValueType.INSTANT, Instant.parse("2024-02-29T23:30:00.5Z")));
    private static final Time<LocalDate> NO_DAY = new Time<>(fact("no_day", ValueType.LOCAL_DATE, null));
    private static final Span LENGTH = new Span(new ColumnRef("f", "a_length", ValueType.DURATION));

    private static final TableName NAME = TableName.of("facts");
    private static final TableSource SOURCE = new TableSource.TableRef(NAME, "f");

    private final Engine engine = newEngine();
    private final EngineConnection connection;
    private final List<Row> rows = new ArrayList<>();

    MeaningTableTests(Supplier<? extends TestedDatabase> databases) {
        super(databases);
        List<Column> columns = new ArrayList<>();
        FACTS.forEach(fact -> columns.add(Column.nullable(fact.column().column(), fact.type())));
        columns.add(Column.nullable("a_length", ValueType.DURATION.sqlType()));
        List<ColumnRef> given = new ArrayList<>(FACTS.stream().map(Fact::column).toList());
        given.add((ColumnRef) LENGTH.node());
        List<Object> values = new ArrayList<>();
        FACTS.forEach(fact -> values.add(fact.value()));
        values.add(Duration.ofHours(36).plusNanos(1_000));
        engine.createAll(Schema.of(Table.of(NAME, columns)));
        connection = engine.connect();
        connection.insert(new InsertRows(NAME, given, null), List.<Object[]>of(values.toArray()));
    }

    @AfterEach
    void close() {
        connection.close();
    }

    @Test
    void divisionAndRemainder() {
        row("[7] / 2", SEVEN.dividedBy(2), "3.5");
        row("[-7] / 2", MINUS_SEVEN.dividedBy(2), "-3.5");
        row("[7] / 7", SEVEN.dividedBy(7), "1");
        row("[7] / 3", SEVEN.dividedBy(3), "2.33333333333333");
        row("[7] / 9", SEVEN.dividedBy(9), "0.777777777777778");
        row("[-7] / 9", MINUS_SEVEN.dividedBy(9), "-0.777777777777778");
        row("7000000 / 9", SEVEN.times(1_000_000).dividedBy(9), "777777.777777778");
        row("1 / 7000000", value(1).dividedBy(SEVEN.times(1_000_000)), "0.000000142857142857143");
        row("1 / 2^22, whose last digit is a half", value(1).dividedBy(value(4_194_304)), "0.000000238418579101563");
        row("[2.675] / [0.1]", PRICE.dividedBy(TENTH), "26.75");
        row("[2.675] / [7]", PRICE.dividedBy(SEVEN), "0.382142857142857");
        row("[7] div 2", SEVEN.integerDividedBy(2), 3);
        row("[-7] div 2", MINUS_SEVEN.integerDividedBy(2), -3);
        row("[7] div -2", SEVEN.integerDividedBy(-2), -3);
        row("[large] div 2", LARGE.integerDividedBy(2L), 4_503_599_627_370_496L);
        row("[7] mod 4", SEVEN.remainder(4), 3);
        row("[-7] mod 4", MINUS_SEVEN.remainder(4), -3);
        row("[7] mod -4", SEVEN.remainder(-4), 3);
        row("[-7] mod -4", MINUS_SEVEN.remainder(-4), -3);
        row("[7] / 0", SEVEN.dividedBy(0), null);
        row("[7] div 0", SEVEN.integerDividedBy(0), null);
        row("[7] mod 0", SEVEN.remainder(0), null);
        row("[2.675] / ([0.1] - 0.1)", PRICE.dividedBy(TENTH.minus(new BigDecimal("0.1"))), null);
        check();
    }

    @Test
    void decimalsAreExact() {
        BigDecimal two = new BigDecimal("0.2");
        BigDecimal three = new BigDecimal("0.3");
        row("[0.1] + 0.2 = 0.3", TENTH.plus(two).eq(three), true);
        row("[0.1] * 3 = 0.3", TENTH.times(3).eq(three), true);
        row("0.3 - [0.1] = 0.2", value(three).minus(TENTH).eq(two), true);
        row("[0.1] + 0.2 - 0.3 = 0", TENTH.plus(two).minus(three).eq(0), true);
        row("[0.1] + 0.2 in (0.3)", TENTH.plus(two).in(three), true);
        row("[0.1] + 0.2 between 0.3 and 0.3", TENTH.plus(two).between(three, three), true);
        row(
                "case when [0.1] + 0.2 = 0.3",
                when(TENTH.plus(two).eq(three), value(1)).otherwise(value(0)).plus(1),
                2);
        row(
                "(case when [0.1] + 0.2 = 0.3 then [0.1] end) + [0.1]",
                when(TENTH.plus(two).eq(three), TENTH).end().plus(TENTH).eq(two),
                true);
        row("[2.675] * [0.1] * 2 = 0.535", PRICE.times(TENTH).times(2).eq(new BigDecimal("0.535")), true);
        row("[0.1] + [0.1] + [0.1]", TENTH.plus(TENTH).plus(TENTH), "0.300");
        row("sum([0.1] * 3) = 0.3", sum(TENTH.times(3)).eq(three), true);
        row(
                "sum([0.1]) + sum([0.1]) + sum([0.1]) = 0.3",
                sum(TENTH).plus(sum(TENTH)).plus(sum(TENTH)).eq(three),
                true);
        row("[whole] + 1", WHOLE.plus(1), "9007199254740994");
        row("[whole] + 1 = 9007199254740994", WHOLE.plus(1).eq(9_007_199_254_740_994L), true);
        row("sum([whole]) = 9007199254740993", sum(WHOLE).eq(9_007_199_254_740_993L), true);
        row("[large] + 1", LARGE.plus(1L), 9_007_199_254_740_994L);
        row("abs([-2.675])", LOSS.abs(), "2.675");
        row("[zero], which was -0.0, = 0.0", ZERO.eq(0.0), true);
        row("[zero] < 0.0", ZERO.lt(0.0), false);
        check();
    }

    @Test
    void roundingIsHalfAwayFromZero() {
        row("round([2.675], 2)", PRICE.round(2), "2.68");
        row("round([-2.675], 2)", LOSS.round(2), "-2.68");
        row("round([2.675], 0)", PRICE.round(0), "3");
        row("round([7] / 2, 0)", SEVEN.dividedBy(2).round(0), "4");
        row("round([-7] / 2, 0)", MINUS_SEVEN.dividedBy(2).round(0), "-4");
        row("round(5 / 2, 0), which is even", value(5).dividedBy(value(2)).round(0), "3");
        row("round([-0.125], 2)", EIGHTH.round(2), "-0.13");
        row("round([7], 2)", SEVEN.round(2), "7.00");
        row("round([0.1] * 10.05, 2)", TENTH.times(new BigDecimal("10.05")).round(2), "1.01");
        row("round(null, 2)", NO_NUMBER.round(2), null);
        check();
    }

    @Test
    void textsAreComparedCharacterByCharacter() {
        row("[Жук] = 'Жук'", BEETLE.eq("Жук"), true);
        row("[Жук] = 'жук'", BEETLE.eq("жук"), false);
        row("[Жук] in ('жук', 'ЖУК')", BEETLE.in("жук", "ЖУК"), false);
        row("[Caf\u00e9] = 'Cafe'", CAFE.eq("Cafe"), false);
        row("[Caf\u00e9] = 'Cafe' and an accent of its own", CAFE.eq("Cafe\u0301"), false);
        row("['a '] = 'a'", BLANK.eq("a"), false);
        row("['a '] = 'a '", BLANK.eq("a "), true);
        row("[''] = ''", EMPTY.eq(""), true);
        row("[''] is null", EMPTY.isNull(), false);
        row("[''] = ' '", EMPTY.eq(" "), false);
        row("[''] < 'a'", EMPTY.lt("a"), true);
        row("['a '] > 'a' by code point", BLANK.byCodePoint().gt("a"), true);
        row("[Жук] > 'zebra' by code point", BEETLE.byCodePoint().gt("zebra"), true);
        row("[Caf\u00e9] > 'Cafz' by code point", CAFE.byCodePoint().gt("Cafz"), true);
        row("[a🐘b🐘] > 'a\uffee' by code point", ELEPHANT.byCodePoint().gt("a\uffee"), true);
        row("[no text] = ''", NO_TEXT.eq(""), null);
        check();
    }

    @Test
    void patterns() {
        row("[Жук] like 'Ж%'", BEETLE.like("Ж%"), true);
        row("[Жук] like 'ж%'", BEETLE.like("ж%"), false);
        row("[Жук] like '___'", BEETLE.like("___"), true);
        row("[Жук] like '__'", BEETLE.like("__"), false);
        row("[Жук] like 'Жук '", BEETLE.like("Жук "), false);
        row("['a '] like 'a'", BLANK.like("a"), false);
        row("[a🐘b🐘] like 'a_b_'", ELEPHANT.like("a_b_"), true);
        row("[a🐘b🐘] like 'a__b__'", ELEPHANT.like("a__b__"), false);
        row("[''] like ''", EMPTY.like(""), true);
        row("[''] like '%'", EMPTY.like("%"), true);
        row("[''] like '_'", EMPTY.like("_"), false);
        row("[no text] like '%'", NO_TEXT.like("%"), null);
        row("[one\\ntwo] like 'one_two'", LINES.like("one_two"), true);
        row("[one\\ntwo] like 'one%'", LINES.like("one%"), true);
        row("[one\\ntwo] like '%o'", LINES.like("%o"), true);
        row("[50%_\\ …] like '50\\%\\_\\\\%'", SALE.like("50\\%\\_\\\\%"), true);
        row("[50%_\\ …] like '50\\_%'", SALE.like("50\\_%"), false);
        row("[50%_\\ …] like '%[a-z]%'", SALE.like("%[a-z]%"), true);
        row("[50%_\\ …] like '%[b]%'", SALE.like("%[b]%"), false);
        row("[Жук] ilike 'ЖУ%'", BEETLE.ilike("ЖУ%"), true);
        row("[Caf\u00e9] ilike 'CAF\u00c9'", CAFE.ilike("CAF\u00c9"), true);
        row("[Caf\u00e9] ilike 'cafe'", CAFE.ilike("cafe"), false);
        row("[one\\ntwo] ilike 'ONE_TWO'", LINES.ilike("ONE_TWO"), true);
        row("[50%_\\ …] ilike '%OFF'", SALE.ilike("%OFF"), true);
        row("[50%_\\ …] contains '%_\\'", SALE.contains("%_\\"), true);
        row("[50%_\\ …] contains '[a-z]*?'", SALE.contains("[a-z]*?"), true);
        row("[50%_\\ …] contains 'OFF'", SALE.contains("OFF"), false);
        row("[50%_\\ …] contains ''", SALE.contains(""), true);
        row("[50%_\\ …] starts with '50%'", SALE.startsWith("50%"), true);
        row("[50%_\\ …] starts with '50_'", SALE.startsWith("50_"), false);
        row("[50%_\\ …] ends with '? off'", SALE.endsWith("? off"), true);
        row("[a🐘b🐘] ends with '🐘'", ELEPHANT.endsWith("🐘"), true);
        row("[no text] contains ''", NO_TEXT.contains(""), null);
        check();
    }

    @Test
    void partsOfTexts() {
        row("length([a🐘b🐘])", ELEPHANT.length(), 4);
        row("length([''])", EMPTY.length(), 0);
        row("length(['a '])", BLANK.length(), 2);
        row("substring([a🐘b🐘], 2)", ELEPHANT.substring(2), "🐘b🐘");
        row("substring([a🐘b🐘], 2, 1)", ELEPHANT.substring(2, 1), "🐘");
        row("substring([a🐘b🐘], 3, 9)", ELEPHANT.substring(3, 9), "b🐘");
        row("substring([a🐘b🐘], 1, 0)", ELEPHANT.substring(1, 0), "");
        row("substring([a🐘b🐘], 9)", ELEPHANT.substring(9), "");
        row("substring([''], 1, 1)", EMPTY.substring(1, 1), "");
        row("substring([one\\ntwo], 3, 3)", LINES.substring(3, 3), "e\nt");
        row("substring(null, 1)", NO_TEXT.substring(1), null);
        row("position('b' in [a🐘b🐘])", ELEPHANT.position("b"), 3);
        row("position('🐘' in [a🐘b🐘])", ELEPHANT.position("🐘"), 2);
        row("position('B' in [a🐘b🐘])", ELEPHANT.position("B"), 0);
        row("position('' in [a🐘b🐘])", ELEPHANT.position(""), 1);
        row("position('a' in null)", NO_TEXT.position("a"), null);
        row("position('b' in [a🐘b🐘]) * 2", ELEPHANT.position("b").times(2), 6);
        row("trim(' ' and ['a '])", value(" ").concat(BLANK).trim(), "a");
        row("trim of tabs and lines", value("\ta\n").trim(), "\ta\n");
        row("[Жук] || [''] || '!'", BEETLE.concat(EMPTY).concat("!"), "Жук!");
        row("[Жук] || null", BEETLE.concat(NO_TEXT), null);
        row("coalesce(null, [Жук])", coalesce(NO_TEXT, BEETLE), "Жук");
        row("coalesce([''], 'none')", coalesce(EMPTY, "none"), "");
        if (engine.dialect().capabilities().has(Feature.CASE_FUNCTIONS)) {
            row("upper([Жук])", BEETLE.upper(), "ЖУК");
            row("lower([Жук])", BEETLE.lower(), "жук");
            row("upper([Caf\u00e9])", CAFE.upper(), "CAF\u00c9");
            row("lower([Caf\u00e9]) = 'caf\u00e9'", CAFE.lower().eq("caf\u00e9"), true);
        }
        check();
    }

    @Test
    void nullIsUnknown() {
        row("null = null", NO_NUMBER.eq(NO_NUMBER), null);
        row("null <> 7", NO_NUMBER.ne(7), null);
        row("null is null", NO_NUMBER.isNull(), true);
        row("null and false", UNKNOWN.and(NO), false);
        row("null and true", UNKNOWN.and(YES), null);
        row("null or true", UNKNOWN.or(YES), true);
        row("null or false", UNKNOWN.or(NO), null);
        row("not null", UNKNOWN.not(), null);
        row("null in (7)", NO_NUMBER.in(7), null);
        row("null in ()", NO_NUMBER.in(List.of()), false);
        row("null not in ()", NO_NUMBER.notIn(List.of()), true);
        row("[7] in (select null)", in(SEVEN, NO_NUMBER), null);
        row("[7] not in (select null)", in(SEVEN, NO_NUMBER).not(), null);
        row("[7] not in (select 7)", in(SEVEN, SEVEN).not(), false);
        row("null between 1 and 2", NO_NUMBER.between(1, 2), null);
        row("[7] between null and 2", SEVEN.between(NO_NUMBER, value(2)), false);
        row("[7] between null and 9", SEVEN.between(NO_NUMBER, value(9)), null);
        row("case when null then 1 else 2", when(UNKNOWN, value(1)).otherwise(value(2)), 2);
        row("case when false then 1 end", when(NO, value(1)).end(), null);
        row("coalesce(null, 5)", coalesce(NO_NUMBER, 5), 5);
        row("[7] + null", SEVEN.plus(NO_NUMBER), null);
        row("null / 0", NO_NUMBER.dividedBy(0), null);
        row("[yes] = [not so]", YES.eq(NO), false);
        row("([7] > 1) = [yes]", SEVEN.gt(1).eq(YES), true);
        check();
    }

    private static Bool in(IntNum number, IntNum other) {
        return new Bool(new InSelect(
                number.node(), Select.of(List.of(SelectItem.of(other.node()))).withFrom(SOURCE)));
    }

    @Test
    void aggregates() {
        connection.update(
                engine.dialect().toSql(insertOf(SEVEN, TENTH, YES, LENGTH)),
                2,
                new BigDecimal("0.200"),
                false,
                Duration.ofHours(-1));
        connection.update(engine.dialect().toSql(insertOf(SEVEN, TENTH, YES, LENGTH)), 2, null, null, null);
        row("avg(7, 2, 2)", avg(SEVEN), "3.66666666666667");
        row("avg(0.1, 0.2, null)", avg(TENTH), "0.15");
        row("avg(0.1, 0.2, null) to two places", avg(TENTH).round(2), "0.15");
        row("avg(7, 2, 2) to two places", avg(SEVEN).round(2), "3.67");
        row("avg(null)", avg(NO_NUMBER), null);
        row("sum(0.1, 0.2) = 0.3", sum(TENTH).eq(new BigDecimal("0.3")), true);
        row("sum(7, 2, 2)", sum(SEVEN), 11L);
        row("sum(7, 2, 2) div 2", sum(SEVEN).integerDividedBy(2L), 5L);
        row("sum(7, 2, 2) / 2", sum(SEVEN).dividedBy(2L), "5.5");
        row("sum(null)", sum(NO_NUMBER), null);
        row("sum of lengths", sum(LENGTH), Duration.ofHours(35).plusNanos(1_000));
        row("least length", min(LENGTH), Duration.ofHours(-1));
        row("count(*)", count(), 3L);
        row("count(0.1, 0.2, null)", count(TENTH), 2L);
        row("count(distinct 7, 2, 2)", countDistinct(SEVEN), 2L);
        row("max(true, false, null)", max(SEVEN), 7);
        row("every(true, false, null)", every(YES), false);
        row("any(true, false, null)", any(YES), true);
        row("every(7 > 1, 2 > 1, 2 > 1)", every(SEVEN.gt(1)), true);
        row("any(7 > 8, 2 > 8, 2 > 8)", any(SEVEN.gt(8)), false);
        row("every(null)", every(UNKNOWN), null);
        row("any(null)", any(UNKNOWN), null);
        check();
    }

    private static InsertRows insertOf(Expr<?>... columns) {
        return new InsertRows(
                NAME,
                Arrays.stream(columns).map(column -> (ColumnRef) column.node()).toList(),
                null);
    }

    @Test
    void timesAreReckonedToTheMicrosecond() {
        row("year([2024-01-31])", DAY.year(), 2024);
        row("month([2024-01-31])", DAY.month(), 1);
        row("day([2024-01-31])", DAY.day(), 31);
        row("hour([23:59:58.999999])", HOUR.hour(), 23);
        row("minute([23:59:58.999999])", HOUR.minute(), 59);
        row("second([23:59:58.999999])", HOUR.second(), 58);
        row("second([2024-12-31T23:59:59.999999])", AT.second(), 59);
        row("year([1582-10-15T00:00])", OLD.year(), 1582);
        row("day([2024-02-29T23:30:00.5Z])", MOMENT.day(), 29);
        row("hour([2024-02-29T23:30:00.5Z])", MOMENT.hour(), 23);
        row("date([2024-12-31T23:59:59.999999])", AT.date(), LocalDate.of(2024, 12, 31));
        row("date([2024-02-29T23:30:00.5Z])", MOMENT.date(), LocalDate.of(2024, 2, 29));
        row("[2024-01-31] + 1 month", DAY.plusMonths(1), LocalDate.of(2024, 2, 29));
        row("[2024-01-31] + 13 months", DAY.plusMonths(13), LocalDate.of(2025, 2, 28));
        row("[2024-01-31] - 2 months", DAY.plusMonths(-2), LocalDate.of(2023, 11, 30));
        row("[2024-01-31] + 1 year", DAY.plusYears(1), LocalDate.of(2025, 1, 31));
        row("[2024-01-31] + 30 days", DAY.plusDays(30), LocalDate.of(2024, 3, 1));
        row("[2024-01-31] - 31 days", DAY.plusDays(-31), LocalDate.of(2023, 12, 31));
        row("no day + 1", NO_DAY.plusDays(1), null);
        row(
                "[2024-12-31T23:59:59.999999] + 2 months",
                AT.plusMonths(2),
                LocalDateTime.of(2025, 2, 28, 23, 59, 59, 999_999_000));
        row(
                "[2024-12-31T23:59:59.999999] + 1 day",
                AT.plusDays(1),
                LocalDateTime.of(2025, 1, 1, 23, 59, 59, 999_999_000));
        row(
                "[2024-12-31T23:59:59.999999] + 1 µs",
                AT.plus(Duration.ofNanos(1_000)),
                LocalDateTime.of(2025, 1, 1, 0, 0));
        row(
                "[2024-12-31T23:59:59.999999] + 1 µs = 2025",
                AT.plus(Duration.ofNanos(1_000)).eq(LocalDateTime.of(2025, 1, 1, 0, 0)),
                true);
        row(
                "[1582-10-15T00:00] - 1 µs",
                OLD.minus(Duration.ofNanos(1_000)),
                LocalDateTime.of(1582, 10, 14, 23, 59, 59, 999_999_000));
        row(
                "[1582-10-15T00:00] + 400 years and 1 µs",
                OLD.plus(Duration.ofDays(146_097).plusNanos(1_000)),
                LocalDateTime.of(1982, 10, 15, 0, 0, 0, 1_000));
        row(
                "[1582-10-15T00:00] - [36 hours and 1 µs]",
                OLD.plus(LENGTH),
                LocalDateTime.of(1582, 10, 16, 12, 0, 0, 1_000));
        row(
                "[2024-02-29T23:30:00.5Z] + 30.5 minutes",
                MOMENT.plus(Duration.ofSeconds(1_830)),
                Instant.parse("2024-03-01T00:00:30.5Z"));
        row("[2024-02-29T23:30:00.5Z] + 1 year", MOMENT.plusYears(1), Instant.parse("2025-02-28T23:30:00.5Z"));
        row(
                "[2024-02-29T23:30:00.5Z] + 1 s > itself",
                MOMENT.plus(Duration.ofSeconds(1)).after(MOMENT),
                true);
        row("days from [2024-01-31] to 2024-03-01", DAY.daysUntil(LocalDate.of(2024, 3, 1)), 30L);
        row("days from [2024-01-31] to 1582-10-10", DAY.daysUntil(LocalDate.of(1582, 10, 10)), -161_185L);
        row(
                "from [1582-10-15T00:00] to [2024-12-31T23:59:59.999999]",
                OLD.until(AT),
                Duration.between(
                        LocalDateTime.of(1582, 10, 15, 0, 0), LocalDateTime.of(2024, 12, 31, 23, 59, 59, 999_999_000)));
        row(
                "from [2024-02-29T23:30:00.5Z] to a second before",
                MOMENT.until(Instant.parse("2024-02-29T23:29:59.5Z")),
                Duration.ofSeconds(-1));
        row(
                "the length from a time to itself and an hour",
                AT.until(AT.plus(Duration.ofHours(1))).plus(Duration.ofMinutes(1)),
                Duration.ofMinutes(61));
        row("[36 hours and 1 µs] - 1 µs", LENGTH.minus(Duration.ofNanos(1_000)), Duration.ofHours(36));
        row("[36 hours and 1 µs] > 36 hours", LENGTH.gt(Duration.ofHours(36)), true);
        row("[2024-12-31T23:59:59.999999] < 2025", AT.before(LocalDateTime.of(2025, 1, 1, 0, 0)), true);
        row("[23:59:58.999999] < 23:59:59", HOUR.before(LocalTime.of(23, 59, 59)), true);
        check();
    }

    @Test
    void orderByCodePointWithNullsWhereTheyAreWanted() {
        for (String text : List.of("b", "B", "", "ä", "я", "Я", "🐘", "\uffee", "a b", "a-b", "ab")) {
            connection.update(engine.dialect().toSql(insertOf(BEETLE)), text);
        }
        connection.update(engine.dialect().toSql(insertOf(EMPTY)), "no beetle");
        SoftAssertions table = new SoftAssertions();
        List<String> upwards =
                Arrays.asList("", "B", "a b", "a-b", "ab", "b", "ä", "Жук", "Я", "я", "\uffee", "🐘", null);
        List<String> nullFirst = new ArrayList<>(upwards);
        nullFirst.add(0, nullFirst.remove(12));
        List<String> downwards = new ArrayList<>(upwards);
        Collections.reverse(downwards);
        table.assertThat(ordered(false, Order.Nulls.DEFAULT)).as("upwards").isEqualTo(upwards);
        table.assertThat(ordered(false, Order.Nulls.FIRST))
                .as("upwards, null first")
                .isEqualTo(nullFirst);
        table.assertThat(ordered(true, Order.Nulls.DEFAULT)).as("downwards").isEqualTo(downwards);
        table.assertAll();
    }

    private List<String> ordered(boolean descending, Order.Nulls nulls) {
        Select select = Select.of(List.of(SelectItem.of(BEETLE.node())))
                .withFrom(SOURCE)
                .withOrderBy(List.of(new Order(BEETLE.byCodePoint().node(), descending, nulls)));
        return connection.list(engine.dialect().toSql(select), List.of(ValueType.STRING), row -> (String) row.get(0));
    }

    // the table

    private void row(String says, Expr<?> expression, Object expected) {
        boolean decimal = expression instanceof DecimalNum && expected instanceof String;
        rows.add(new Row(says, expression, decimal ? new BigDecimal((String) expected) : expected));
    }

    private void check() {
        SoftAssertions table = new SoftAssertions();
        for (Row row : rows) {
            table.assertThatCode(() -> check(table, row)).as(row.says()).doesNotThrowAnyException();
        }
        table.assertAll();
    }

    /** A number that was asked for to a place has that many; of others 1.0 and 1 are the same. */
    private void check(SoftAssertions table, Row row) {
        Object found = evaluated(row.expression());
        if (row.expected() instanceof BigDecimal number && found instanceof BigDecimal given) {
            table.assertThat(row.says().startsWith("round") ? given : given.stripTrailingZeros())
                    .as(row.says())
                    .isEqualTo(row.says().startsWith("round") ? number : number.stripTrailingZeros());
        } else {
            table.assertThat(found).as(row.says()).isEqualTo(row.expected());
        }
    }

    private Object evaluated(Expr<?> expression) {
        Select select = Select.of(List.of(SelectItem.of(expression.node()))).withFrom(SOURCE);
        List<Object> values = new ArrayList<>();
        connection.list(
                engine.dialect().toSql(select), List.of(expression.node().type()), row -> values.add(row.get(0)));
        return values.get(0);
    }

    private static ColumnRef fact(String name, BasicType<?> type, Object value) {
        ColumnRef column = new ColumnRef("f", name, type);
        FACTS.add(new Fact(column, type.sqlType(), value));
        return column;
    }

    private static BasicType<BigDecimal> decimal(int precision, int scale) {
        return ValueType.DECIMAL.as(SqlType.decimal(precision, scale));
    }
}
