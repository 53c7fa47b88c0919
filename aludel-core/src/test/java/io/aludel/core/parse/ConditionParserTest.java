// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.core.expr.Between;
import io.aludel.core.expr.ColumnRef;
import io.aludel.core.expr.Comparison;
import io.aludel.core.expr.Comparison.Operator;
import io.aludel.core.expr.Expression;
import io.aludel.core.expr.FunctionCall;
import io.aludel.core.expr.FunctionCall.Function;
import io.aludel.core.expr.InList;
import io.aludel.core.expr.IsNull;
import io.aludel.core.expr.Logical;
import io.aludel.core.expr.Not;
import io.aludel.core.expr.NullLiteral;
import io.aludel.core.expr.TextMatch;
import io.aludel.core.expr.Value;
import io.aludel.core.type.SqlType;
import io.aludel.core.type.ValueType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionParserTest {
    private static final ValueType<?> PRICE = ValueType.DECIMAL.as(SqlType.decimal(10, 2));
    private static final Map<String, ValueType<?>> COLUMNS = Map.of(
            "value", ValueType.INTEGER,
            "big", ValueType.LONG,
            "price", PRICE,
            "name", ValueType.STRING.as(SqlType.varchar(40)),
            "active", ValueType.BOOLEAN,
            "born", ValueType.LOCAL_DATE,
            "seen", ValueType.OFFSET_DATE_TIME,
            "ratio", ValueType.DOUBLE,
            "fullName", ValueType.STRING,
            "order", ValueType.INTEGER);

    private final ConditionParser parser = new ConditionParser(name -> Optional.ofNullable(COLUMNS.get(name)));

    @Test
    void readsBetweenWithBoundsInTheColumnsType() {
        assertThat(read("value between 1 and 12")).isEqualTo(new Between(column("value"), integer(1), integer(12)));
        assertThat(read("price between 0 and 1.50"))
                .isEqualTo(new Between(
                        column("price"), new Value(BigDecimal.ZERO, PRICE), new Value(new BigDecimal("1.50"), PRICE)));
    }

    @Test
    void foldsWordsAndKeepsQuotedNames() {
        Expression expected = compare(Operator.GT, "value", integer(0));
        assertThat(read("VALUE > 0")).isEqualTo(expected);
        assertThat(read("\"value\">0")).isEqualTo(expected);
        assertThat(read("fullName <> ''")).isEqualTo(compare(Operator.NE, "fullName", new Value("", ValueType.STRING)));
        assertThat(reason("\"VALUE\" > 0")).isEqualTo("There is no column \"VALUE\"");
    }

    @Test
    void bindsAndTighterThanOrAndNotTighterThanAnd() {
        Expression a = compare(Operator.EQ, "value", integer(1));
        Expression b = compare(Operator.EQ, "value", integer(2));
        Expression c = compare(Operator.EQ, "value", integer(3));
        assertThat(read("value=1 or not value=2 and value=3"))
                .isEqualTo(Logical.of(Logical.Connective.OR, a, Logical.of(Logical.Connective.AND, new Not(b), c)));
        assertThat(read("(value=1 or value=2) and value=3"))
                .isEqualTo(Logical.of(Logical.Connective.AND, Logical.of(Logical.Connective.OR, a, b), c));
        assertThat(read("not value is null")).isEqualTo(new Not(new IsNull(column("value"), false)));
    }

    @Test
    void readsListsNullTestsAndTheirNegations() {
        assertThat(read("name in ('a', 'b')"))
                .isEqualTo(new InList(column("name"), List.of(varchar("a"), varchar("b"))));
        assertThat(read("value not in (1)")).isEqualTo(new Not(new InList(column("value"), List.of(integer(1)))));
        assertThat(read("name is not null")).isEqualTo(new IsNull(column("name"), true));
        assertThat(read("name isnull")).isEqualTo(new IsNull(column("name"), false));
        assertThat(read("value not between 1 and 2"))
                .isEqualTo(new Not(new Between(column("value"), integer(1), integer(2))));
    }

    @Test
    void rewritesTheEscapeCharacterOfAPattern() {
        assertThat(read("name like '50!%!!\\%' escape '!'"))
                .isEqualTo(
                        new TextMatch(TextMatch.Kind.LIKE, column("name"), new Value("50\\%!\\\\%", ValueType.STRING)));
        assertThat(reason("name like 'a\\_'")).contains("disagree about a backslash");
        assertThat(reason("name like 'a!b' escape '!'")).contains("needs none");
        assertThat(reason("name like fullName")).isEqualTo("A pattern must be a quoted text");
    }

    @Test
    void givesConstantsTheTypeOfWhatTheyAreComparedWith() {
        assertThat(read("big < 5")).isEqualTo(compare(Operator.LT, "big", new Value(5L, ValueType.LONG)));
        assertThat(read("5 > big"))
                .isEqualTo(new Comparison(Operator.GT, new Value(5L, ValueType.LONG), column("big")));
        assertThat(read("active = 1")).isEqualTo(compare(Operator.EQ, "active", new Value(true, ValueType.BOOLEAN)));
        assertThat(read("born >= '2000-02-29'"))
                .isEqualTo(compare(Operator.GE, "born", new Value(LocalDate.of(2000, 2, 29), ValueType.LOCAL_DATE)));
        assertThat(read("born >= date '2000-02-29'")).isEqualTo(read("born >= '2000-02-29'"));
        assertThat(read("value > 1.5"))
                .isEqualTo(compare(Operator.GT, "value", new Value(new BigDecimal("1.5"), ValueType.DECIMAL)));
        assertThat(read("ratio < 0.1")).isEqualTo(compare(Operator.LT, "ratio", new Value(0.1, ValueType.DOUBLE)));
        assertThat(read("big > -9223372036854775808"))
                .isEqualTo(compare(Operator.GT, "big", new Value(Long.MIN_VALUE, ValueType.LONG)));
    }

    @Test
    void readsFunctionsArithmeticCasesAndConcatenation() {
        assertThat(read("length(trim(name)) > 0").toString())
                .contains("function=LENGTH")
                .contains("function=TRIM");
        assertThat(read("value % 2 = 0 and -value < value * 2 + 1")).isInstanceOf(Logical.class);
        assertThat(read("case value when 1 then name else '' end <> name || 'x'"))
                .isInstanceOf(Comparison.class);
        assertThat(read("coalesce(value, 0) > nullif(value, 1)")).isInstanceOf(Comparison.class);
        assertThat(read("cast(value as decimal) / 2 > 1")).isInstanceOf(Comparison.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "value / 2 > 1|Whether integers divided keep their fraction depends on the database; cast one to a decimal|6",
                "name > 5|A text and a number are not compared alike everywhere|7",
                "value = '5'|A number and a text are not compared alike everywhere|8",
                "value = 1 = active|Databases disagree about what a comparison directly behind another means; use parentheses|10",
                "value is true|After \"is\" only \"null\" and \"not null\" are understood|6",
                "nosuch > 1|There is no column \"nosuch\"|0",
                "substr(name, 1, 1) = 'a'|The function \"substr\" is not known to every database|0",
                "value in (select 1)|\"select\" is not understood here|10",
                "(value, big) in ((1, 2))|A row of several values is not understood|0",
                "grades.value > 1|Write the column's name without its table's|0",
                "value|Expected a condition, but this is a number|0",
                "value and active|Expected a condition, but this is a number|0",
                "born > '2000-1-1'|A date and a text are not compared alike everywhere|7",
                "value > ?|A parameter has no place here|8",
                "value > 1;|Expected the end but found \";\"|9",
                "value >|The text ends too early|7",
                "name = \"a\"|There is no column \"a\"|7",
                "cast(ratio as integer) = 1|What a cast to \"integer\" gives depends on the database|0",
                "cast(price as bigint) = 1|What this cast gives depends on the database|0",
                "value ~ 1|Expected the end but found \"~\"|6",
                "lower(name) = name|Which letters \"lower\" knows beyond a to z depends on the database|0",
                "count(*) > 1|An aggregate has no place here|0",
                "value > 0x10|Not every database knows the number \"0x10\"|8",
                "name = 'a|A string does not end; close it with '|7",
                "|The text is empty|0",
            })
    void refusesWhatMightMeanSomethingElseElsewhere(String text, String reason, int position) {
        assertThat(parser.condition(text == null ? "" : text)).isEqualTo(new Reading.Unreadable(reason, position));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"(", ")", "not", "case", "case when", "value between", "in", "a.b.c", "1 +", "((((", "'", "-- x"
            })
    void neverThrowsOnBrokenText(String text) {
        assertThat(parser.condition(text)).isInstanceOf(Reading.Unreadable.class);
    }

    @Test
    void refusesTextNestedTooDeepInsteadOfOverflowing() {
        assertThat(parser.condition("(".repeat(100_000))).isInstanceOf(Reading.Unreadable.class);
        assertThat(parser.condition("not ".repeat(100_000) + "active")).isInstanceOf(Reading.Unreadable.class);
        assertThat(parser.condition("value > " + "- ".repeat(100_000) + "1")).isInstanceOf(Reading.Unreadable.class);
    }

    @Test
    void readsDefaultsInTheColumnsType() {
        assertThat(defaultOf("'x'", ValueType.STRING)).isEqualTo(new Value("x", ValueType.STRING));
        assertThat(defaultOf("-1", ValueType.LONG)).isEqualTo(new Value(-1L, ValueType.LONG));
        assertThat(defaultOf("(1.50)", PRICE)).isEqualTo(new Value(new BigDecimal("1.50"), PRICE));
        assertThat(defaultOf("0", ValueType.BOOLEAN)).isEqualTo(new Value(false, ValueType.BOOLEAN));
        assertThat(defaultOf("TRUE", ValueType.BOOLEAN)).isEqualTo(new Value(true, ValueType.BOOLEAN));
        assertThat(defaultOf("null", ValueType.INTEGER)).isEqualTo(new NullLiteral(ValueType.INTEGER));
        assertThat(defaultOf("current_timestamp", ValueType.INSTANT))
                .isEqualTo(FunctionCall.of(Function.CURRENT_TIMESTAMP, ValueType.INSTANT));
        assertThat(defaultOf("CURRENT_DATE", ValueType.LOCAL_DATE))
                .isEqualTo(FunctionCall.of(Function.CURRENT_DATE, ValueType.LOCAL_DATE));
    }

    @Test
    void refusesDefaultsThatDoNotFitTheColumn() {
        assertThat(ConditionParser.defaultValue("'5'", ValueType.INTEGER)).isInstanceOf(Reading.Unreadable.class);
        assertThat(ConditionParser.defaultValue("1.5", ValueType.INTEGER)).isInstanceOf(Reading.Unreadable.class);
        assertThat(ConditionParser.defaultValue("2", ValueType.BOOLEAN)).isInstanceOf(Reading.Unreadable.class);
        assertThat(ConditionParser.defaultValue("now()", ValueType.INSTANT))
                .isEqualTo(new Reading.Unreadable("The function \"now\" is not known to every database", 0));
    }

    private Expression read(String text) {
        Reading reading = parser.condition(text);
        assertThat(reading).isInstanceOf(Reading.Of.class);
        return ((Reading.Of) reading).expression();
    }

    private String reason(String text) {
        return ((Reading.Unreadable) parser.condition(text)).reason();
    }

    private static Expression defaultOf(String text, ValueType<?> type) {
        Reading reading = ConditionParser.defaultValue(text, type);
        assertThat(reading).isInstanceOf(Reading.Of.class);
        return ((Reading.Of) reading).expression();
    }

    private static ColumnRef column(String name) {
        return new ColumnRef("", name, COLUMNS.get(name));
    }

    private static Expression compare(Operator operator, String column, Value value) {
        return new Comparison(operator, column(column), value);
    }

    private static Value integer(int value) {
        return new Value(value, ValueType.INTEGER);
    }

    private static Value varchar(String value) {
        return new Value(value, COLUMNS.get("name"));
    }
}
