// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.core.dialect.RenderedInsert;
import io.aludel.core.dialect.RenderedSql;
import io.aludel.core.dialect.UnsupportedFeatureException;
import io.aludel.core.expr.Arithmetic;
import io.aludel.core.expr.Bind;
import io.aludel.core.expr.CodePointOrder;
import io.aludel.core.expr.ColumnRef;
import io.aludel.core.expr.Expression;
import io.aludel.core.expr.FunctionCall;
import io.aludel.core.expr.FunctionCall.Function;
import io.aludel.core.expr.InsertRows;
import io.aludel.core.expr.Order;
import io.aludel.core.expr.Select;
import io.aludel.core.expr.SelectItem;
import io.aludel.core.expr.TableSource;
import io.aludel.core.expr.TextMatch;
import io.aludel.core.expr.TextMatch.Kind;
import io.aludel.core.expr.Value;
import io.aludel.core.name.TableName;
import io.aludel.core.type.BasicType;
import io.aludel.core.type.SqlType;
import io.aludel.core.type.ValueType;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqliteRendererTest {
    private static final TableSource PETS = new TableSource.TableRef(TableName.of("pets"), "pets");
    private static final ColumnRef NAME = new ColumnRef("pets", "name", ValueType.STRING);
    private static final ColumnRef AGE = new ColumnRef("pets", "age", ValueType.INTEGER);
    private static final ColumnRef PRICE = new ColumnRef("pets", "price", ValueType.DECIMAL);

    private final SqliteDialect dialect = new SqliteDialect();
    private TestConnection database;

    @BeforeEach
    void open() {
        database = TestConnection.inMemory();
        database.execute("create table pets (id integer primary key, name text, age integer, price decimal(10, 3))");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void roundsComputedDecimalsToThePlacesThatTheyHave() {
        ColumnRef price = new ColumnRef("pets", "price", ValueType.DECIMAL.as(SqlType.decimal(10, 2)));
        ColumnRef large = new ColumnRef("pets", "large", ValueType.DECIMAL.as(SqlType.decimal(20, 3)));
        Arithmetic sum = new Arithmetic(Arithmetic.Operator.PLUS, price, price, ValueType.DECIMAL);

        assertThat(sql(select(sum))).isEqualTo("select round(pets.price + pets.price, 2) from pets");
        assertThat(sql(select(new Arithmetic(Arithmetic.Operator.TIMES, sum, price, ValueType.DECIMAL))))
                .isEqualTo("select iif(typeof((pets.price + pets.price) * pets.price) = 'integer', (pets.price +"
                        + " pets.price) * pets.price, round((pets.price + pets.price) * pets.price, 4)) from pets");
        assertThat(sql(select(FunctionCall.of(Function.SUM, large.type(), large))))
                .isEqualTo("select iif(typeof(sum(pets.large)) = 'integer', sum(pets.large), round(sum(pets.large), 3))"
                        + " from pets");
        assertThat(sql(select(new Arithmetic(
                        Arithmetic.Operator.PLUS,
                        new ColumnRef("pets", "any", ValueType.DECIMAL),
                        price,
                        ValueType.DECIMAL))))
                .as("nobody knows its places")
                .isEqualTo("select pets.\"any\" + pets.price from pets");
    }

    @Test
    void putsNullsWhereEveryDatabasePutsThem() {
        Select select = select(NAME)
                .withOrderBy(List.of(
                        new Order(NAME, false, Order.Nulls.DEFAULT), new Order(AGE, true, Order.Nulls.DEFAULT)));
        assertThat(sql(select))
                .isEqualTo("select pets.name from pets order by pets.name nulls last, pets.age desc nulls first");
    }

    @Test
    void givesAnOffsetTheLimitThatSqliteWantsWithIt() {
        Select select = select(NAME).withOffset(new Value(5, ValueType.INTEGER));
        assertThat(sql(select)).isEqualTo("select pets.name from pets limit -1 offset ?");
        assertThat(sql(select.withLimit(new Value(2, ValueType.INTEGER))))
                .isEqualTo("select pets.name from pets limit ? offset ?");
    }

    @Test
    void ordersByCodePointWithTheBinaryCollation() {
        Select select =
                select(NAME).withOrderBy(List.of(new Order(new CodePointOrder(NAME), false, Order.Nulls.FIRST)));
        assertThat(sql(select)).isEqualTo("select pets.name from pets order by pets.name collate binary");
    }

    @Test
    void insertsManyRowsAtOnceAndAsksForTheLastRowid() {
        InsertRows insert = new InsertRows(
                TableName.of("pets"),
                List.of(new ColumnRef("", "name", ValueType.STRING), new ColumnRef("", "age", ValueType.INTEGER)),
                new ColumnRef("", "id", ValueType.LONG));
        assertThat(dialect.newRenderer().renderInsert(insert, 2))
                .isEqualTo(new RenderedInsert(
                        "insert into pets (name, age) values (?, ?), (?, ?)",
                        RenderedInsert.Layout.ROWS,
                        RenderedInsert.Keys.LAST_ROWID));
    }

    @Test
    void insertsRowsOfNothingButDefaults() throws SQLException {
        InsertRows insert = new InsertRows(TableName.of("pets"), List.of(), new ColumnRef("", "id", ValueType.LONG));
        database.execute(dialect.newRenderer().renderInsert(insert, 1).sql());
        database.execute(dialect.newRenderer().renderInsert(insert, 3).sql());
        assertThat(database.values("select id from pets")).containsExactly(1, 2, 3, 4);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "NULL",
            value = {
                "LIKE, Анна, Ан%, true",
                "LIKE, Анна, ан%, false",
                "LIKE, Anna, an%, false",
                "LIKE, Anna, A__a, true",
                "LIKE, a%b, a\\%b, true",
                "LIKE, axb, a\\%b, false",
                "LIKE, a*b, a*b, true",
                "LIKE, axb, a*b, false",
                "LIKE, a?b[c]d, a?b[c]d, true",
                "LIKE, axb, a?b, false",
                "LIKE, c, [c], false",
                "LIKE, a\\b, a\\\\b, true",
                "LIKE, 'a\nb', a%b, true",
                "LIKE, 😀!, _!, true",
                "LIKE, NULL, %, NULL",
                "ILIKE, АННА, анн%, true",
                "ILIKE, анна, АНН%, true",
                "ILIKE, straße, STRASSE, false",
                "ILIKE, ÉCOLE-[1]^, école-[1]^, true",
                "ILIKE, [a-z], [A-Z], true",
                "ILIKE, b, [A-Z], false",
                "CONTAINS, 50% off, 0% o, true",
                "CONTAINS, 50 off, 0% o, false",
                "CONTAINS, abc, B, false",
                "CONTAINS, abc, '', true",
                "STARTS_WITH, a_b, a_, true",
                "STARTS_WITH, axb, a_, false",
                "ENDS_WITH, 'x[1]', '[1]', true",
                "ENDS_WITH, abc, '', true",
                "ENDS_WITH, abc, xabc, false",
            })
    void matchesTextExactlyAlsoWhereTheOtherSideIsNoConstant(Kind kind, String text, String pattern, Boolean expected)
            throws SQLException {
        Expression subject = text == null
                ? new io.aludel.core.expr.NullLiteral(ValueType.STRING)
                : new Value(text, ValueType.STRING);
        Value part = new Value(pattern, ValueType.STRING);
        assertThat(evaluate(new TextMatch(kind, subject, part), ValueType.BOOLEAN))
                .isEqualTo(expected);
        if (kind != Kind.LIKE && kind != Kind.ILIKE) {
            Expression computed = FunctionCall.of(Function.TRIM, ValueType.STRING, part);
            Object again = evaluate(new TextMatch(kind, subject, computed), ValueType.BOOLEAN);
            assertThat(again).isEqualTo(expected);
        }
    }

    @Test
    void usesAnIndexForAConstantBeginning() throws SQLException {
        database.execute("create index ix_pets_name on pets (name)");
        RenderedSql rendered = dialect.toSql(select(NAME).withWhere(new TextMatch(Kind.STARTS_WITH, NAME, text("An"))));
        assertThat(rendered.sql()).isEqualTo("select pets.name from pets where pets.name glob ?");
        assertThat(rendered.binds()).containsExactly(text("An*"));
        try (PreparedStatement plan = database.jdbc.prepareStatement("explain query plan " + rendered.sql())) {
            bind(plan, rendered.binds());
            try (ResultSet row = plan.executeQuery()) {
                row.next();
                assertThat(row.getString("detail")).contains("SEARCH").contains("(name>? AND name<?)");
            }
        }
    }

    @Test
    void refusesAPatternThatIsComputed() {
        assertThatThrownBy(() -> sql(select(NAME).withWhere(new TextMatch(Kind.LIKE, NAME, NAME))))
                .isInstanceOf(UnsupportedFeatureException.class)
                .hasMessage("sqlite has no match with a pattern that is computed in the query. Give the pattern as a"
                        + " text, or use contains, startsWith or endsWith.");
    }

    @Test
    void refusesToChangeTheCaseOfLettersThatSqliteDoesNotKnow() {
        assertThatThrownBy(() -> sql(select(FunctionCall.of(Function.LOWER, ValueType.STRING, NAME))))
                .hasMessage("sqlite has no lower() beyond ASCII. Compare with ilike, or change the case in Java.");
    }

    @Test
    void dividesWholeNumbersAndWholeDecimalsIntoFractions() throws SQLException {
        database.execute("insert into pets (age, price) values (7, 7.000)");
        Value two = new Value(new BigDecimal("2.000"), ValueType.DECIMAL);
        assertThat(fromPets(new Arithmetic(
                        Arithmetic.Operator.DIVIDE, AGE, new Value(2, ValueType.INTEGER), ValueType.DECIMAL)))
                .isEqualTo(new BigDecimal("3.5"));
        assertThat(fromPets(new Arithmetic(Arithmetic.Operator.DIVIDE, PRICE, two, ValueType.DECIMAL)))
                .isEqualTo(new BigDecimal("3.5"));
        assertThat(fromPets(new Arithmetic(Arithmetic.Operator.INTEGER_DIVIDE, PRICE, two, ValueType.DECIMAL)))
                .isEqualTo(new BigDecimal("3"));
    }

    @ParameterizedTest
    @CsvSource({
        "2.675, 2, 2.68",
        "-2.675, 2, -2.68",
        "1.005, 2, 1.01",
        "2.6749, 2, 2.67",
        "0.5, 0, 1",
        "1234.565, 2, 1234.57",
        "99999.995, 2, 100000",
        "2.5, 0, 3",
        "0.285, 2, 0.29"
    })
    void roundsDecimalsHalfAwayFromZero(BigDecimal number, int places, BigDecimal expected) throws SQLException {
        Expression round = FunctionCall.of(
                Function.ROUND,
                ValueType.DECIMAL,
                new Value(number, ValueType.DECIMAL),
                new Value(places, ValueType.INTEGER));
        assertThat(evaluate(round, ValueType.DECIMAL)).isEqualTo(expected);
    }

    @Test
    void roundsTheAverageOfIntegersExactly() throws SQLException {
        for (int i = 0; i < 40; i++) {
            database.execute("insert into pets (age) values (" + (i < 27 ? 3 : 2) + ")");
        }
        Expression average = FunctionCall.of(
                Function.ROUND,
                ValueType.DECIMAL,
                FunctionCall.of(Function.AVG, ValueType.DECIMAL, AGE),
                new Value(2, ValueType.INTEGER));
        assertThat(fromPets(average)).isEqualTo(new BigDecimal("2.68")); // 107 / 40 = 2.675
    }

    @Test
    void writesValuesOfChecksAsLiterals() {
        Expression condition = new TextMatch(Kind.STARTS_WITH, new ColumnRef("", "name", ValueType.STRING), text("O'"));
        assertThat(dialect.newRenderer().renderInline(condition)).isEqualTo("name glob 'O''*'");
        assertThat(dialect.newRenderer().renderInline(new Value(true, ValueType.BOOLEAN)))
                .isEqualTo("1");
    }

    private static Select select(Expression item) {
        return Select.of(List.of(SelectItem.of(item))).withFrom(PETS);
    }

    private static Value text(String text) {
        return new Value(text, ValueType.STRING);
    }

    private String sql(Select select) {
        return dialect.toSql(select).sql();
    }

    private Object fromPets(Expression expression) throws SQLException {
        return evaluate(select(expression), ValueType.DECIMAL);
    }

    private <T> Object evaluate(Expression expression, BasicType<T> type) throws SQLException {
        return evaluate(Select.of(List.of(SelectItem.of(expression))), type);
    }

    private <T> T evaluate(Select select, BasicType<T> type) throws SQLException {
        RenderedSql rendered = dialect.toSql(select);
        try (PreparedStatement statement = database.jdbc.prepareStatement(rendered.sql())) {
            bind(statement, rendered.binds());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return dialect.types().codec(type).read(row, 1);
            }
        }
    }

    private void bind(PreparedStatement statement, List<Bind> binds) throws SQLException {
        List<Bind> all = new ArrayList<>(binds);
        for (int i = 0; i < all.size(); i++) {
            Value value = (Value) all.get(i);
            bind(statement, i + 1, (BasicType<?>) value.type(), value.value());
        }
    }

    private <T> void bind(PreparedStatement statement, int index, BasicType<T> type, Object value) throws SQLException {
        dialect.types().codec(type).bind(statement, index, type.javaType().cast(value));
    }
}
