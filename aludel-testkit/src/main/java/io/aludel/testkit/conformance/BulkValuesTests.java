// SPDX-License-Identifier: Apache-2.0
package io.aludel.testkit.conformance;

import static io.aludel.testkit.conformance.PetWorld.column;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.core.dialect.Feature;
import io.aludel.core.expr.ColumnRef;
import io.aludel.core.expr.InsertRows;
import io.aludel.core.expr.Order;
import io.aludel.core.expr.Select;
import io.aludel.core.expr.SelectItem;
import io.aludel.core.expr.TableSource;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Table;
import io.aludel.core.type.Conversion;
import io.aludel.core.type.ConvertedType;
import io.aludel.core.type.SqlType;
import io.aludel.core.type.ValueType;
import io.aludel.engine.Engine;
import io.aludel.engine.EngineConnection;
import io.aludel.testkit.TestedDatabase;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A bulk insert writes what an insert of each row writes, whatever the values. */
@Tag("server-version")
abstract class BulkValuesTests extends ConformanceTests {

    BulkValuesTests(Supplier<? extends TestedDatabase> databases) {
        super(databases);
    }

    @Test
    void numbersAndBooleans() {
        same(ValueType.BOOLEAN, true, false);
        same(ValueType.SHORT, Short.MIN_VALUE, (short) 0, Short.MAX_VALUE);
        same(ValueType.INTEGER, Integer.MIN_VALUE, 0, Integer.MAX_VALUE);
        same(ValueType.LONG, Long.MIN_VALUE, 0L, Long.MAX_VALUE);
        same(ValueType.FLOAT, 0.1f, Float.MIN_VALUE, -Float.MAX_VALUE, -0.0f);
        same(ValueType.DOUBLE, 0.1, Double.MIN_VALUE, -Double.MAX_VALUE);
        try (Engine engine = Engine.create(database.dsn())) {
            if (engine.dialect().capabilities().has(Feature.INFINITY)) {
                same(ValueType.DOUBLE, Double.POSITIVE_INFINITY);
            }
        }
    }

    @Test
    void decimals() {
        same(
                ValueType.DECIMAL.as(SqlType.decimal(15, 4)),
                new BigDecimal("99999999999.9999"),
                new BigDecimal("-0.0001"),
                new BigDecimal("1E+5"),
                new BigDecimal("2.67500"));
    }

    @Test
    void refusesADecimalThatTheColumnWouldRound() {
        assertThatThrownBy(() -> same(ValueType.DECIMAL.as(SqlType.decimal(15, 4)), new BigDecimal("0.00005")))
                .hasMessageStartingWith("written_by_row.v: 0.00005 has more places than decimal(15, 4)");
        try (Engine engine = Engine.create(database.dsn())) {
            TableName prices = TableName.of("prices");
            engine.createAll(Schema.of(Table.of(prices, List.of(Column.nullable("price", SqlType.decimal(15, 4))))));
            InsertRows insert = new InsertRows(
                    prices, List.of(column("price", ValueType.DECIMAL.as(SqlType.decimal(15, 4)))), null);
            try (EngineConnection connection = engine.connect()) {
                assertThatThrownBy(() -> connection.bulkInsert(
                                insert,
                                List.<Object[]>of(new Object[] {new BigDecimal("0.00005")})
                                        .iterator()))
                        .hasMessageStartingWith("prices.price: 0.00005 has more places than decimal(15, 4)");
            }
        }
    }

    /** What ends values, rows and files in formats that databases load. */
    @Test
    void textsThatLookLikeSomethingElse() {
        String[] hostile = {
            "",
            " ",
            "\\N",
            "\\\\N",
            "\\.",
            "\n\\.\n",
            "N",
            "NULL",
            "null",
            "\\",
            "\\\\",
            "\\\t",
            "a\tb",
            "a\nb",
            "a\r\nb",
            "\r",
            "\n",
            "\t",
            "\b\f\u000b\u0001\u001f\u007f",
            "\\x41",
            "\\101",
            "\\t",
            "\\n",
            "'",
            "''",
            "\"",
            "\"\"",
            "$$",
            "{1,2}",
            "(1,2)",
            "a,b;c|d",
            "%_",
            "?",
            "${x}",
            "--",
            "/*",
            "Жук",
            "🐘",
            "🐘\\🐘\n",
            "\u2028\u0085",
            "\ufeff",
            "\ufffd",
            " x ",
            "é",
            "e\u0301"
        };
        same(ValueType.STRING, hostile);
        same(ValueType.STRING.as(SqlType.varchar(20)), hostile);
    }

    @Test
    void textsLongerThanWhatIsWrittenAtOnce() {
        same(ValueType.STRING, "x".repeat(300_000), "\\".repeat(300_000), "🐘\t".repeat(200_000), "end");
    }

    @Test
    void documents() {
        same(ValueType.STRING.as(SqlType.json()), "{\"a\": \"it's \\\\ \\\"x\\\" \\n \\t 🐘\"}", "[1, null]", "\"\"");
    }

    @Test
    void bytes() {
        byte[] all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        same(ValueType.BYTES, new byte[0], all, new byte[] {0}, "\\N".getBytes());
    }

    @Test
    void datesAndTimes() {
        same(
                ValueType.LOCAL_DATE,
                LocalDate.of(1, 1, 1),
                LocalDate.of(1582, 10, 10),
                LocalDate.of(1969, 12, 31),
                LocalDate.of(9999, 12, 31));
        same(ValueType.LOCAL_TIME, LocalTime.MIN, LocalTime.of(23, 59, 59, 999_999_999), LocalTime.of(1, 2));
        same(
                ValueType.LOCAL_DATE_TIME,
                LocalDateTime.of(1, 1, 1, 0, 0),
                LocalDateTime.of(2026, 3, 29, 2, 30, 0, 1_000),
                LocalDateTime.of(9999, 12, 31, 23, 59, 59, 999_999_999));
        same(
                ValueType.OFFSET_DATE_TIME,
                OffsetDateTime.parse("2026-11-20T01:02:03.000004+03:00"),
                OffsetDateTime.parse("1900-01-01T00:00:00-12:00"));
        same(ValueType.INSTANT, Instant.EPOCH, Instant.parse("0001-01-01T00:00:00Z"), Instant.ofEpochSecond(1, 999));
    }

    @Test
    void identifiersAndConvertedValues() {
        same(ValueType.UUID, new UUID(0, 0), new UUID(-1, -1), UUID.fromString("00000000-0000-002a-0000-00000000002a"));
        same(
                new ConvertedType<>(TimeUnit.class, ValueType.STRING, new Conversion<>() {
                    @Override
                    public String toStored(TimeUnit value) {
                        return "\\N\t" + value;
                    }

                    @Override
                    public TimeUnit fromStored(String stored) {
                        return TimeUnit.valueOf(stored.substring(3));
                    }
                }),
                TimeUnit.DAYS,
                TimeUnit.SECONDS);
    }

    @Test
    void tablesAndColumnsOfAnyName() {
        String hostile = "O'Brien \"и\" \\ ? {d} $1 :x; -- /*";
        TableName name = TableName.of(hostile);
        ColumnRef number = column("order " + hostile, ValueType.LONG);
        ColumnRef text = column("Select", ValueType.STRING);
        Schema schema = Schema.of(Table.of(
                name,
                List.of(
                        Column.nullable(number.column(), SqlType.bigint()),
                        Column.nullable("Select", SqlType.text()))));
        try (Engine engine = Engine.create(database.dsn())) {
            engine.createAll(schema);
            try (EngineConnection connection = engine.connect()) {
                connection.bulkInsert(
                        new InsertRows(name, List.of(text, number), null),
                        List.<Object[]>of(new Object[] {"one", 1L}, new Object[] {null, 2L})
                                .iterator());
                assertThat(read(connection, name, number, text)).containsExactly("one", null);
            }
        }
    }

    /** Written both ways, between rows of NULL, and read back. */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    private <T> void same(ValueType<T> type, T... values) {
        List<Object[]> rows = new ArrayList<>();
        for (T value : Stream.concat(Stream.concat(Stream.of((T) null), Arrays.stream(values)), Stream.of((T) null))
                .toList()) {
            rows.add(new Object[] {(long) rows.size(), value});
        }
        ColumnRef id = column("id", ValueType.LONG);
        ColumnRef value = column("v", type);
        TableName one = TableName.of("written_by_row");
        TableName bulk = TableName.of("written_in_bulk");
        List<Column> columns = List.of(Column.notNull("id", SqlType.bigint()), Column.nullable("v", type.sqlType()));
        Schema schema = Schema.of(Table.of(one, columns), Table.of(bulk, columns));
        try (Engine engine = Engine.create(database.dsn())) {
            engine.createAll(schema);
            try (EngineConnection connection = engine.connect()) {
                for (Object[] row : rows) {
                    connection.update(engine.dialect().toSql(new InsertRows(one, List.of(id, value), null)), row);
                }
                connection.bulkInsert(new InsertRows(bulk, List.of(id, value), null), rows.iterator());
                List<Object> expected = read(connection, one, id, value);
                assertThat(expected).hasSize(rows.size());
                assertThat(read(connection, bulk, id, value))
                        .usingRecursiveFieldByFieldElementComparator()
                        .isEqualTo(expected);
                assertThat(expected.subList(1, rows.size() - 1)).doesNotContainNull();
            } finally {
                engine.dropAll(schema);
            }
        }
    }

    private static List<Object> read(EngineConnection connection, TableName table, ColumnRef order, ColumnRef value) {
        Select select = Select.of(List.of(SelectItem.of(new ColumnRef("t", value.column(), value.type()))))
                .withFrom(new TableSource.TableRef(table, "t"))
                .withOrderBy(List.of(
                        new Order(new ColumnRef("t", order.column(), order.type()), false, Order.Nulls.DEFAULT)));
        return connection.list(connection.dialect().toSql(select), List.of(value.type()), row -> row.get(0));
    }
}
