// SPDX-License-Identifier: Apache-2.0
package io.aludel.testing.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.aludel.core.dialect.Dialect;
import io.aludel.core.dialect.Feature;
import io.aludel.core.expr.Assignment;
import io.aludel.core.expr.ColumnRef;
import io.aludel.core.expr.Comparison;
import io.aludel.core.expr.Delete;
import io.aludel.core.expr.Expression;
import io.aludel.core.expr.InsertRows;
import io.aludel.core.expr.Order;
import io.aludel.core.expr.Select;
import io.aludel.core.expr.SelectItem;
import io.aludel.core.expr.TableSource;
import io.aludel.core.expr.Update;
import io.aludel.core.expr.Value;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.PrimaryKey;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Table;
import io.aludel.core.type.BasicType;
import io.aludel.core.type.SqlType;
import io.aludel.core.type.ValueType;
import io.aludel.engine.Engine;
import io.aludel.engine.EngineConnection;
import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.OnEveryDatabase;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.TimeZone;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Values of every type come back as they were given, one by one and many at once. */
@OnEveryDatabase
@Tag("server-version")
class ValuesTest {
    private final FreshDatabase database;

    ValuesTest(FreshDatabase database) {
        this.database = database;
    }

    @Test
    void booleans() {
        comeBack(ValueType.BOOLEAN, List.of(true, false));
    }

    @Test
    void integers() {
        comeBack(ValueType.SHORT, List.of(Short.MIN_VALUE, (short) 0, Short.MAX_VALUE));
        comeBack(ValueType.INTEGER, List.of(Integer.MIN_VALUE, 0, Integer.MAX_VALUE));
        comeBack(ValueType.LONG, List.of(Long.MIN_VALUE, 0L, Long.MAX_VALUE));
    }

    @Test
    void floatingPointNumbers() {
        comeBack(ValueType.FLOAT, List.of(0.1f, Float.MIN_VALUE, -Float.MAX_VALUE));
        comeBack(ValueType.DOUBLE, List.of(0.1, Double.MIN_VALUE, -Double.MAX_VALUE));
    }

    @Test
    void decimalsOfFifteenDigitsWhichEveryDatabaseHas() {
        comeBack(
                ValueType.DECIMAL.as(SqlType.decimal(15, 4)),
                List.of(new BigDecimal("99999999999.9999"), new BigDecimal("-0.0001"), new BigDecimal("2.6750")));
    }

    @Test
    void textsOfEveryKindOfCharacter() {
        comeBack(
                ValueType.STRING,
                List.of("", "O'Brien \"и\" \\ %_", "🐘 line\nline\ttab", "{1,2}", "NULL", "a,b", " x "));
        comeBack(ValueType.STRING.as(SqlType.varchar(3)), List.of("Жук", "🐘!"));
    }

    @Test
    void lengthsCountCharacters() {
        try (Engine engine = Engine.create(database.dsn())) {
            assumeTrue(engine.dialect().capabilities().has(Feature.LENGTH_IN_CHARACTERS), "lengths count characters");
        }
        comeBack(ValueType.STRING.as(SqlType.varchar(3)), List.of("🐘🐘🐘"));
    }

    @Test
    void documentsButForTheSpaceBetweenTheirParts() {
        List<String> documents = List.of("{\"a\": \"it's \\\\ \\\"x\\\"\"}", "[1, null]");

        assertThat(stored(ValueType.STRING.as(SqlType.json()), documents))
                .extracting(document -> document.replace(": ", ":").replace(", ", ","))
                .containsExactly("{\"a\":\"it's \\\\ \\\"x\\\"\"}", "[1,null]");
    }

    @Test
    void bytes() {
        List<byte[]> values = List.of(new byte[0], new byte[] {0, 1, 39, 92, 34, -1}, "null".getBytes());

        assertThat(stored(ValueType.BYTES, new ArrayList<>(values))).containsExactlyElementsOf(values);
    }

    @Test
    void identifiers() {
        comeBack(ValueType.UUID, List.of(new UUID(0, 1), UUID.fromString("3f06af63-a93c-11e4-9797-00505690773f")));
    }

    @Test
    void datesAndTimesInAnyZoneOfTheMachine() {
        TimeZone before = TimeZone.getDefault();
        try {
            for (String zone : List.of("UTC", "America/Los_Angeles", "Asia/Kathmandu")) {
                TimeZone.setDefault(TimeZone.getTimeZone(zone));
                comeBack(
                        ValueType.LOCAL_DATE,
                        List.of(LocalDate.of(1, 1, 1), LocalDate.of(2026, 3, 8), LocalDate.of(9999, 12, 31)));
                comeBack(
                        ValueType.LOCAL_TIME,
                        List.of(LocalTime.MIN, LocalTime.of(2, 30, 0, 123_456_000), LocalTime.of(23, 59)));
                comeBack(
                        ValueType.LOCAL_DATE_TIME,
                        List.of(
                                LocalDateTime.of(2026, 3, 8, 2, 30), // does not exist in Los Angeles
                                LocalDateTime.of(1583, 10, 15, 1, 2, 3, 4000)));
                comeBack(
                        ValueType.INSTANT,
                        List.of(
                                Instant.parse("2026-11-01T08:30:00.000001Z"),
                                Instant.parse("0001-01-01T00:00:00Z"),
                                Instant.EPOCH));
                comeBack(
                        ValueType.OFFSET_DATE_TIME,
                        List.of(OffsetDateTime.of(2026, 11, 1, 1, 30, 0, 0, ZoneOffset.UTC)));
            }
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @Test
    void momentsKeepTheirInstantAndForgetTheirZone() {
        assertThat(stored(ValueType.OFFSET_DATE_TIME, List.of(OffsetDateTime.parse("2026-11-20T01:02:03+03:00"))))
                .containsExactly(OffsetDateTime.parse("2026-11-19T22:02:03Z"));
    }

    @Test
    void whatIsFinerThanAMicrosecondIsCutOff() {
        assertThat(stored(ValueType.INSTANT, List.of(Instant.parse("2026-11-20T01:02:03.999999999Z"))))
                .containsExactly(Instant.parse("2026-11-20T01:02:03.999999Z"));
        assertThat(stored(ValueType.LOCAL_TIME, List.of(LocalTime.of(23, 59, 59, 999_999_999))))
                .containsExactly(LocalTime.of(23, 59, 59, 999_999_000));
        assertThat(stored(ValueType.LOCAL_DATE_TIME, List.of(LocalDateTime.of(2026, 12, 31, 23, 59, 59, 999_999_999))))
                .containsExactly(LocalDateTime.of(2026, 12, 31, 23, 59, 59, 999_999_000));
    }

    @Test
    void namesMayHoldWhatEndsNamesStringsAndStatements() {
        String hostile = "O'Brien \"и\" \\ ? {d} $1 :x; -- /*";
        TableName name = TableName.of(hostile);
        ColumnRef id = new ColumnRef(hostile, "order " + hostile, ValueType.LONG);
        ColumnRef text = new ColumnRef(hostile, "Select", ValueType.STRING);
        Table table = Table.of(
                        name,
                        List.of(
                                Column.identity(id.column(), SqlType.bigint()),
                                Column.notNull("Select", SqlType.text())))
                .withPrimaryKey(new PrimaryKey("pk " + hostile, List.of(id.column())));
        TableSource source = new TableSource.TableRef(name, hostile);
        Expression found = new Comparison(Comparison.Operator.EQ, text, new Value(hostile, ValueType.STRING));
        try (Engine engine = Engine.create(database.dsn())) {
            engine.createAll(Schema.of(table));
            try (EngineConnection connection = engine.connect()) {
                Dialect dialect = engine.dialect();
                List<Object[]> rows = List.of(new Object[] {"one"}, new Object[] {hostile});

                assertThat(connection.insert(new InsertRows(name, List.of(text), id), rows))
                        .containsExactly(1, 2);
                assertThat(connection.list(
                                dialect.toSql(Select.of(List.of(new SelectItem(id, "as " + hostile)))
                                        .withFrom(source)
                                        .withWhere(found)),
                                List.of(ValueType.LONG),
                                row -> row.get(0)))
                        .containsExactly(2L);
                assertThat(connection.update(dialect.toSql(new Update(
                                source, List.of(new Assignment(text, new Value("two", ValueType.STRING))), found))))
                        .isEqualTo(1);
                assertThat(connection.update(dialect.toSql(new Delete(source, found))))
                        .isZero();
            }
        }
    }

    private <T> void comeBack(BasicType<T> type, List<T> values) {
        assertThat(stored(type, values)).isEqualTo(values);
    }

    /** What is read of these values and a NULL, written at once and one by one; both must be alike. */
    private <T> List<T> stored(BasicType<T> type, List<T> values) {
        List<T> withNull = new ArrayList<>(values);
        withNull.add(null);
        TableName name = TableName.of("stored");
        ColumnRef id = new ColumnRef("stored", "id", ValueType.LONG);
        ColumnRef value = new ColumnRef("stored", "v", type);
        Table table =
                Table.of(name, List.of(Column.notNull("id", SqlType.bigint()), Column.nullable("v", type.sqlType())));
        InsertRows insert = new InsertRows(name, List.of(id, value), null);
        Select select = Select.of(List.of(SelectItem.of(value)))
                .withFrom(new TableSource.TableRef(name, "stored"))
                .withOrderBy(List.of(new Order(id, false, Order.Nulls.DEFAULT)));
        try (Engine engine = Engine.create(database.dsn())) {
            engine.createAll(Schema.of(table));
            try (EngineConnection connection = engine.connect()) {
                List<Object[]> rows = new ArrayList<>();
                for (T each : withNull) {
                    rows.add(new Object[] {(long) rows.size(), each});
                }
                connection.insert(insert, rows);
                for (T each : withNull) {
                    connection.update(engine.dialect().toSql(insert), (long) rows.size(), each);
                    rows.add(new Object[0]);
                }
                List<T> read = new ArrayList<>(connection.list(
                        engine.dialect().toSql(select),
                        List.of(type),
                        row -> type.javaType().cast(row.get(0))));
                int half = withNull.size();
                assertThat(read).hasSize(2 * half);
                assertThat(read.get(half - 1)).isNull();
                assertThat(read.get(2 * half - 1)).isNull();
                assertThat(read.subList(half, 2 * half))
                        .usingRecursiveComparison()
                        .isEqualTo(read.subList(0, half));
                return read.subList(0, half - 1);
            } finally {
                engine.dropAll(Schema.of(table));
            }
        }
    }
}
