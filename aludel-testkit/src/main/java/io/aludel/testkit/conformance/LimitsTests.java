// SPDX-License-Identifier: Apache-2.0
package io.aludel.testkit.conformance;

import static io.aludel.testkit.conformance.PetWorld.INSERT_PERSON;
import static io.aludel.testkit.conformance.PetWorld.PERSON;
import static io.aludel.testkit.conformance.PetWorld.column;
import static io.aludel.testkit.conformance.PetWorld.count;
import static io.aludel.testkit.conformance.PetWorld.insert;
import static io.aludel.testkit.conformance.PetWorld.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.aludel.core.AludelException;
import io.aludel.core.dialect.Feature;
import io.aludel.core.dialect.RenderedSql;
import io.aludel.core.dialect.UnsupportedFeatureException;
import io.aludel.core.expr.Arithmetic;
import io.aludel.core.expr.Cast;
import io.aludel.core.expr.ColumnRef;
import io.aludel.core.expr.Expression;
import io.aludel.core.expr.FunctionCall;
import io.aludel.core.expr.InList;
import io.aludel.core.expr.InsertRows;
import io.aludel.core.expr.Order;
import io.aludel.core.expr.Select;
import io.aludel.core.expr.SelectItem;
import io.aludel.core.expr.TableSource;
import io.aludel.core.expr.Value;
import io.aludel.core.name.TableName;
import io.aludel.core.query.LongNum;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Table;
import io.aludel.core.type.BasicType;
import io.aludel.core.type.SqlType;
import io.aludel.core.type.ValueType;
import io.aludel.engine.Engine;
import io.aludel.engine.EngineConnection;
import io.aludel.engine.EngineException;
import io.aludel.testkit.TestedDatabase;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** Where numbers, texts, names, lists and machines come to their end: what fits comes back, the rest is refused. */
abstract class LimitsTests extends ConformanceTests {
    private static final List<SelectItem> ID = List.of(SelectItem.of(new ColumnRef("person", "id", ValueType.LONG)));

    LimitsTests(Supplier<? extends TestedDatabase> databases) {
        super(databases);
    }

    @Test
    void numbersThatOutgrowTheirTypeAreRefused() {
        try (Engine engine = Engine.create(database.dsn());
                EngineConnection connection = engine.connect()) {
            LongNum largest = new LongNum(new Value(Long.MAX_VALUE, ValueType.LONG));
            Select beyond = Select.of(List.of(SelectItem.of(
                    largest.plus(new LongNum(new Value(1L, ValueType.LONG))).node())));
            assertThatThrownBy(() -> connection.list(
                            engine.dialect().toSql(beyond), List.of(ValueType.LONG), row -> row.getLong(0)))
                    .isInstanceOf(EngineException.class);
            assertThatThrownBy(() ->
                            connection.list(engine.dialect().toSql(beyond), List.of(ValueType.LONG), row -> row.get(0)))
                    .isInstanceOf(EngineException.class);
            assertThatThrownBy(() -> connection.list(
                            number(engine, 5_000_000_000L), List.of(ValueType.LONG), row -> row.getInt(0)))
                    .isInstanceOf(EngineException.class)
                    .hasMessageContaining("5000000000");
            assertThatThrownBy(() ->
                            connection.list(number(engine, -32_769), List.of(ValueType.LONG), row -> row.getShort(0)))
                    .isInstanceOf(EngineException.class);
            assertThat(connection.list(number(engine, Long.MAX_VALUE), List.of(ValueType.LONG), row -> row.getLong(0)))
                    .containsExactly(Long.MAX_VALUE);
        }
    }

    @Test
    void quotientsAndAveragesOfManyDigitsAreExact() {
        BasicType<BigDecimal> type = ValueType.DECIMAL.as(SqlType.decimal(38, 0));
        BigDecimal number = new BigDecimal("98765432109876543210987654321098765432");
        TableName name = TableName.of("numbers");
        ColumnRef column = column("number", type);
        List<Expression> halves = List.of(
                new Arithmetic(Arithmetic.Operator.DIVIDE, column, new Value(2, ValueType.INTEGER), ValueType.DECIMAL),
                new Arithmetic(
                        Arithmetic.Operator.DIVIDE,
                        FunctionCall.of(FunctionCall.Function.AVG, ValueType.DECIMAL, column),
                        new Value(2, ValueType.INTEGER),
                        ValueType.DECIMAL));
        try (Engine engine = Engine.create(database.dsn());
                EngineConnection connection = engine.connect()) {
            assumeTrue(engine.dialect().capabilities().has(Feature.WIDE_DECIMALS), "decimals have as many digits");
            engine.createAll(Schema.of(Table.of(name, List.of(Column.notNull("number", type.sqlType())))));
            connection.insert(new InsertRows(name, List.of(column), null), List.<Object[]>of(new Object[] {number}));
            for (Expression half : halves) {
                Select select =
                        Select.of(List.of(SelectItem.of(half))).withFrom(new TableSource.TableRef(name, "numbers"));
                assertThat(connection.list(
                                engine.dialect().toSql(select), List.of(ValueType.DECIMAL), row -> row.get(0)))
                        .singleElement(InstanceOfAssertFactories.BIG_DECIMAL)
                        .isEqualByComparingTo(number.divide(BigDecimal.valueOf(2)));
            }
        }
    }

    @Test
    void textsWithTheCharacterNulAreRefused() {
        try (Engine engine = Engine.create(database.dsn());
                EngineConnection connection = engine.connect()) {
            engine.createAll(PetWorld.SCHEMA);
            assertThatThrownBy(() -> insert(connection, "a\0b")).isInstanceOf(AludelException.class);
            insert(connection, "");
            assertThat(count(connection, "person where name = ''")).isEqualTo(1);
            assertThat(count(connection, "person")).isEqualTo(1);
        }
    }

    @Test
    void valuesOfMegabytesComeBack() {
        String text = "Ж🙂".repeat(1_000_000);
        byte[] bytes = new byte[5_000_000];
        bytes[bytes.length - 1] = 7;
        try (Engine engine = Engine.create(database.dsn());
                EngineConnection connection = engine.connect()) {
            TableName name = TableName.of("large");
            engine.createAll(Schema.of(Table.of(
                    name, List.of(Column.notNull("txt", SqlType.text()), Column.notNull("raw", SqlType.binary())))));
            InsertRows insert = new InsertRows(
                    name, List.of(column("txt", ValueType.STRING), column("raw", ValueType.BYTES)), null);
            connection.insert(insert, List.<Object[]>of(new Object[] {text, bytes}));
            connection.list(sql("select txt, raw from large"), List.of(ValueType.STRING, ValueType.BYTES), row -> {
                assertThat(row.get(0)).isEqualTo(text);
                assertThat((byte[]) row.get(1)).isEqualTo(bytes);
                return 1;
            });
        }
    }

    @Test
    void listsAreAsLongAsTheDatabaseTakesThemAndNoLonger() {
        try (Engine engine = Engine.create(database.dsn());
                EngineConnection connection = engine.connect()) {
            engine.createAll(PetWorld.SCHEMA);
            insert(connection, "Ada", "Bob", "Cleo");
            int most = engine.dialect().capabilities().maxParameters();
            assertThat(ids(connection, 2, most, null)).containsExactly(2L, 3L);
            assertThat(ids(connection, 2, most - 1, 0)).isEmpty();
            assertThatThrownBy(() -> ids(connection, 2, most + 1, null))
                    .isInstanceOf(UnsupportedFeatureException.class)
                    .hasMessage(engine.dialect().name() + " has no statement with " + (most + 1) + " values; it takes "
                            + most + ". Split the list of values, or ask by a subquery.");
        }
    }

    private static List<Object> ids(EngineConnection connection, long first, int count, Integer limit) {
        List<Expression> options = new ArrayList<>();
        for (long id = first; id < first + count; id++) {
            options.add(new Value(id, ValueType.LONG));
        }
        Select select = Select.of(ID)
                .withFrom(new TableSource.TableRef(PERSON, "person"))
                .withWhere(new InList(ID.get(0).expression(), options))
                .withOrderBy(List.of(new Order(ID.get(0).expression(), false, Order.Nulls.DEFAULT)))
                .withLimit(limit == null ? null : new Value(limit, ValueType.INTEGER));
        return connection.list(connection.dialect().toSql(select), List.of(ValueType.LONG), row -> row.get(0));
    }

    @Test
    void datesAreTheSameWhateverDigitsTheMachineWrites() {
        Locale before = Locale.getDefault();
        try (Engine engine = Engine.create(database.dsn());
                EngineConnection connection = engine.connect()) {
            TableName name = TableName.of("facts");
            engine.createAll(Schema.of(Table.of(name, List.of(Column.notNull("at", SqlType.timestamp())))));
            InsertRows insert = new InsertRows(name, List.of(column("at", ValueType.LOCAL_DATE_TIME)), null);
            ColumnRef at = column("at", ValueType.LOCAL_DATE_TIME);
            Select momentAndText = Select.of(List.of(SelectItem.of(at), SelectItem.of(new Cast(at, ValueType.STRING))))
                    .withFrom(new TableSource.TableRef(name, "facts"));
            for (Locale locale : List.of(Locale.forLanguageTag("ar-EG"), Locale.forLanguageTag("tr-TR"))) {
                Locale.setDefault(locale);
                for (String text :
                        List.of("0001-01-01T00:00:00.5", "1969-12-31T23:59:59.999999", "9999-12-31T23:59:59")) {
                    LocalDateTime moment = LocalDateTime.parse(text);
                    connection.execute("delete from facts");
                    connection.insert(insert, List.<Object[]>of(new Object[] {moment}));
                    assertThat(connection.list(
                                    engine.dialect().toSql(momentAndText),
                                    List.of(ValueType.LOCAL_DATE_TIME, ValueType.STRING),
                                    row -> List.of(
                                            row.get(0), LocalDateTime.parse(((String) row.get(1)).replace(' ', 'T')))))
                            .containsExactly(List.of(moment, moment));
                }
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    /** The number, as the database's widest integer. */
    private static RenderedSql number(Engine engine, long number) {
        Cast cast = new Cast(new Value(number, ValueType.LONG), ValueType.LONG);
        return engine.dialect().toSql(Select.of(List.of(SelectItem.of(cast))));
    }

    @Test
    void twentyThreadsShareAnEngine() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(20);
        try (Engine engine = Engine.create(database.dsn());
                Engine other = Engine.create(database.dsn())) {
            engine.createAll(PetWorld.SCHEMA);
            List<Callable<long[]>> tasks = IntStream.range(0, 20)
                    .<Callable<long[]>>mapToObj(thread -> () -> (thread % 2 == 0 ? engine : other)
                            .inTransaction(connection -> connection.insert(
                                    INSERT_PERSON,
                                    IntStream.range(0, 50)
                                            .<Object[]>mapToObj(row -> new Object[] {thread + "-" + row, null})
                                            .toList())))
                    .toList();
            List<Long> keys = new ArrayList<>();
            for (Future<long[]> done : threads.invokeAll(tasks)) {
                for (long key : done.get()) {
                    keys.add(key);
                }
            }
            assertThat(keys).hasSize(1_000).doesNotHaveDuplicates();
            assertThat(count(engine, "person")).isEqualTo(1_000);
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void aThreadThatIsInterruptedLeavesNothingOpen() {
        try (Engine engine = Engine.create(database.dsn())) {
            Thread.currentThread().interrupt();
            try (EngineConnection connection = engine.connect()) {
                connection.execute("select 1");
            } catch (EngineException e) {
                assertThat(e).hasMessageContaining("the thread was interrupted while it waited");
            }
            assertThat(Thread.interrupted()).isTrue();
            engine.createAll(PetWorld.SCHEMA);
            Thread.currentThread().interrupt();
            try (EngineConnection connection = engine.connect()) {
                insert(connection, "Ada");
            } catch (EngineException e) {
                assertThat(e).hasMessageContaining("the thread was interrupted while it waited");
            }
            assertThat(Thread.interrupted()).isTrue();
        }
    }
}
