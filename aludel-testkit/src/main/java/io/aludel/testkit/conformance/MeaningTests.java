// SPDX-License-Identifier: Apache-2.0
package io.aludel.testkit.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.core.expr.Arithmetic;
import io.aludel.core.expr.CodePointOrder;
import io.aludel.core.expr.ColumnRef;
import io.aludel.core.expr.Comparison;
import io.aludel.core.expr.Expression;
import io.aludel.core.expr.FunctionCall;
import io.aludel.core.expr.FunctionCall.Function;
import io.aludel.core.expr.Order;
import io.aludel.core.expr.Select;
import io.aludel.core.expr.SelectItem;
import io.aludel.core.expr.TableSource;
import io.aludel.core.expr.TextMatch;
import io.aludel.core.expr.TextMatch.Kind;
import io.aludel.core.expr.Value;
import io.aludel.core.name.TableName;
import io.aludel.core.parse.ConditionParser;
import io.aludel.core.parse.Reading;
import io.aludel.core.schema.Check;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.PrimaryKey;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Table;
import io.aludel.core.type.BasicType;
import io.aludel.core.type.SqlType;
import io.aludel.core.type.ValueType;
import io.aludel.engine.ConstraintViolationException;
import io.aludel.engine.Engine;
import io.aludel.engine.EngineConnection;
import io.aludel.testkit.TestedDatabase;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The same expression means the same on every database. */
@Tag("server-version")
abstract class MeaningTests extends ConformanceTests {
    private static final ColumnRef NAME = new ColumnRef("word", "name", ValueType.STRING);
    private static final ColumnRef SIZE = new ColumnRef("word", "size", ValueType.INTEGER);
    private static final TableSource WORD = new TableSource.TableRef(TableName.of("word"), "word");

    private final Engine engine = newEngine();
    private EngineConnection connection;

    MeaningTests(Supplier<? extends TestedDatabase> databases) {
        super(databases);
    }

    @BeforeEach
    void connect() {
        Table word = Table.of(
                        TableName.of("word"),
                        List.of(
                                Column.identity("id", SqlType.bigint()),
                                Column.nullable("name", SqlType.text()),
                                Column.nullable("size", SqlType.integer()),
                                Column.nullable("price", SqlType.decimal(10, 3))))
                .withPrimaryKey(new PrimaryKey("pk_word", List.of("id")))
                .withChecks(List.of(
                        new Check("ck_word_name", parsed("name is null or name not like 'bad!_%' escape '!'"))));
        engine.createAll(Schema.of(word));
        connection = engine.connect();
    }

    @AfterEach
    void close() {
        connection.close();
    }

    @Test
    void matchesTellUpperFromLowerCaseAndTakeWildcardsAsTheyAreMeant() {
        assertThat(matches(Kind.LIKE, "Анна", "Ан%")).isTrue();
        assertThat(matches(Kind.LIKE, "Анна", "ан%")).isFalse();
        assertThat(matches(Kind.LIKE, "Anna", "an%")).isFalse();
        assertThat(matches(Kind.LIKE, "Anna", "A__a")).isTrue();
        assertThat(matches(Kind.LIKE, "a%b", "a\\%b")).isTrue();
        assertThat(matches(Kind.LIKE, "axb", "a\\%b")).isFalse();
        assertThat(matches(Kind.LIKE, "axb", "a?b")).isFalse();
        assertThat(matches(Kind.LIKE, "a[x]*b", "a[x]*b")).isTrue();
        assertThat(matches(Kind.LIKE, "a\\b", "a\\\\b")).isTrue();
        assertThat(matches(Kind.LIKE, "🐘!", "_!")).isTrue();
        assertThat(matches(Kind.CONTAINS, "50% off", "0% o")).isTrue();
        assertThat(matches(Kind.CONTAINS, "50x off", "0% o")).isFalse();
        assertThat(matches(Kind.CONTAINS, "abc", "B")).isFalse();
        assertThat(matches(Kind.CONTAINS, "abc", "")).isTrue();
        assertThat(matches(Kind.STARTS_WITH, "a_b", "a_")).isTrue();
        assertThat(matches(Kind.STARTS_WITH, "axb", "a_")).isFalse();
        assertThat(matches(Kind.ENDS_WITH, "x[1]", "[1]")).isTrue();
        assertThat(matches(Kind.ENDS_WITH, "abc", "xabc")).isFalse();
    }

    @Test
    void matchesIgnoreCaseByUnicodeWhenAsked() {
        assertThat(matches(Kind.ILIKE, "АННА", "анн%")).isTrue();
        assertThat(matches(Kind.ILIKE, "анна", "АНН%")).isTrue();
        assertThat(matches(Kind.ILIKE, "École-[1]^", "éCOLE-[1]^")).isTrue();
        assertThat(matches(Kind.ILIKE, "b", "[A-Z]")).isFalse();
        assertThat(matches(Kind.ILIKE, "straße", "STRASSE")).isFalse();
    }

    @Test
    void comparesTextsExactly() {
        assertThat(evaluate(new Comparison(Comparison.Operator.EQ, text("Анна"), text("анна")), ValueType.BOOLEAN))
                .isFalse();
        assertThat(evaluate(new Comparison(Comparison.Operator.EQ, text("a"), text("a ")), ValueType.BOOLEAN))
                .isFalse();
    }

    @Test
    void dividesIntoFractionsAndRoundsHalfAwayFromZero() {
        assertThat(evaluate(divided(7, 2), ValueType.DECIMAL)).isEqualByComparingTo("3.5");
        assertThat(evaluate(divided(7, 0), ValueType.DECIMAL)).isNull();
        assertThat(rounded("2.675", 2)).isEqualByComparingTo("2.68");
        assertThat(rounded("-2.675", 2)).isEqualByComparingTo("-2.68");
        assertThat(rounded("1.005", 2)).isEqualByComparingTo("1.01");
        assertThat(rounded("2.5", 0)).isEqualByComparingTo("3");
        assertThat(rounded("99999.994", 2)).isEqualByComparingTo("99999.99");
    }

    @Test
    void averagesIntegersAsDecimals() {
        for (int i = 0; i < 40; i++) {
            insert(null, i < 27 ? 3 : 2);
        }
        Expression average = FunctionCall.of(
                Function.ROUND,
                ValueType.DECIMAL,
                FunctionCall.of(Function.AVG, ValueType.DECIMAL, SIZE),
                new Value(2, ValueType.INTEGER));
        assertThat(evaluate(select(average), ValueType.DECIMAL)).isEqualByComparingTo("2.68"); // 107 / 40 = 2.675
    }

    @Test
    void sortsNullsLastWhenAscendingAndByCodePointWhenAsked() {
        insert("б", 1);
        insert(null, 2);
        insert("a", 3);
        insert("Z", 4);
        insert("А", 5);
        Order byName = new Order(new CodePointOrder(NAME), false, Order.Nulls.DEFAULT);
        Order backwards = new Order(new CodePointOrder(NAME), true, Order.Nulls.DEFAULT);
        assertThat(names(select(NAME).withOrderBy(List.of(byName)))).containsExactly("Z", "a", "А", "б", null);
        assertThat(names(select(NAME).withOrderBy(List.of(backwards)).withOffset(new Value(1, ValueType.INTEGER))))
                .containsExactly("б", "А", "a", "Z");
    }

    @Test
    void countsCharactersAndKnowsNoTextBesideNull() {
        assertThat(evaluate(FunctionCall.of(Function.LENGTH, ValueType.INTEGER, text("Жук🐘")), ValueType.INTEGER))
                .isEqualTo(4);
        insert(null, 1);
        Expression beside = FunctionCall.of(Function.CONCAT, ValueType.STRING, NAME, text("x"));
        assertThat(evaluate(select(beside), ValueType.STRING)).isNull();
    }

    @Test
    void enforcesACheckThatWasReadFromText() {
        insert("BAD_one", 1);
        insert("badly", 1);
        assertThatThrownBy(() -> insert("bad_one", 1))
                .isInstanceOfSatisfying(
                        ConstraintViolationException.class,
                        e -> assertThat(e.getMessage()).contains("ck_word_name"));
    }

    private static Expression parsed(String condition) {
        Reading reading = new ConditionParser(column -> Optional.of(ValueType.STRING)).condition(condition);
        return ((Reading.Of) reading).expression();
    }

    private boolean matches(Kind kind, String text, String pattern) {
        insert(text, -1);
        Select select = select(FunctionCall.of(Function.COUNT_ROWS, ValueType.LONG))
                .withWhere(new Comparison(Comparison.Operator.EQ, NAME, text(text)))
                .withWhere(new TextMatch(kind, NAME, text(pattern)));
        return evaluate(select, ValueType.LONG) > 0;
    }

    private BigDecimal rounded(String number, int places) {
        Expression round = FunctionCall.of(
                Function.ROUND,
                ValueType.DECIMAL,
                new Value(new BigDecimal(number), ValueType.DECIMAL),
                new Value(places, ValueType.INTEGER));
        return evaluate(round, ValueType.DECIMAL);
    }

    private static Expression divided(int left, int right) {
        return new Arithmetic(
                Arithmetic.Operator.DIVIDE,
                new Value(left, ValueType.INTEGER),
                new Value(right, ValueType.INTEGER),
                ValueType.DECIMAL);
    }

    private static Value text(String text) {
        return new Value(text, ValueType.STRING);
    }

    private static Select select(Expression item) {
        return Select.of(List.of(SelectItem.of(item))).withFrom(WORD);
    }

    private void insert(String name, int size) {
        connection.update(
                PetWorld.sql("insert into word (name, size) values (?, ?)", ValueType.STRING, ValueType.INTEGER),
                name,
                size);
    }

    private List<String> names(Select select) {
        return all(select, ValueType.STRING);
    }

    private <T> T evaluate(Expression expression, BasicType<T> type) {
        return evaluate(Select.of(List.of(SelectItem.of(expression))), type);
    }

    private <T> T evaluate(Select select, BasicType<T> type) {
        return all(select, type).get(0);
    }

    private <T> List<T> all(Select select, BasicType<T> type) {
        return connection.list(
                engine.dialect().toSql(select),
                List.of(type),
                row -> type.javaType().cast(row.get(0)));
    }
}
