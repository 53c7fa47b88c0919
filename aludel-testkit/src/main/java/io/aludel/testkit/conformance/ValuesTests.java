// SPDX-License-Identifier: Apache-2.0
package io.aludel.testkit.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.aludel.core.AludelException;
import io.aludel.core.dialect.Dialect;
import io.aludel.core.dialect.Feature;
import io.aludel.core.dialect.UnsupportedFeatureException;
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
import io.aludel.core.schema.Default;
import io.aludel.core.schema.PrimaryKey;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Table;
import io.aludel.core.type.Conversion;
import io.aludel.core.type.ConvertedType;
import io.aludel.core.type.Json;
import io.aludel.core.type.SqlType;
import io.aludel.core.type.ValueType;
import io.aludel.engine.Engine;
import io.aludel.engine.EngineConnection;
import io.aludel.testkit.TestedDatabase;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.TimeZone;
import java.util.UUID;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Values of every type come back as they were given, one by one and many at once. */
@Tag("server-version")
abstract class ValuesTests extends ConformanceTests {
    private Engine engine;
    private int tables;

    ValuesTests(Supplier<? extends TestedDatabase> databases) {
        super(databases);
        engine = Engine.create(database.dsn());
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void booleans() {
        comeBack(ValueType.BOOLEAN, true, false);
    }

    @Test
    void integers() {
        comeBack(ValueType.SHORT, Short.MIN_VALUE, (short) 0, Short.MAX_VALUE);
        comeBack(ValueType.INTEGER, Integer.MIN_VALUE, 0, Integer.MAX_VALUE);
        comeBack(ValueType.LONG, Long.MIN_VALUE, 0L, Long.MAX_VALUE);
    }

    @Test
    void floatingPointNumbers() {
        comeBack(
                ValueType.FLOAT,
                0.1f,
                Float.MIN_VALUE,
                -Float.MIN_NORMAL,
                -Float.MAX_VALUE,
                Float.MAX_VALUE,
                16_777_217f);
        comeBack(
                ValueType.DOUBLE,
                0.1,
                0.1 + 0.2,
                Double.MIN_VALUE,
                -Double.MIN_NORMAL,
                -Double.MAX_VALUE,
                Double.MAX_VALUE,
                9_007_199_254_740_993d);
    }

    @Test
    void infinityAndNotANumberComeBackOrAreRefused() {
        comeBackOrAreRefused(Feature.INFINITY, ValueType.DOUBLE, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        comeBackOrAreRefused(Feature.INFINITY, ValueType.FLOAT, Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY);
        comeBackOrAreRefused(Feature.NOT_A_NUMBER, ValueType.DOUBLE, Double.NaN);
        comeBackOrAreRefused(Feature.NOT_A_NUMBER, ValueType.FLOAT, Float.NaN);
    }

    @Test
    void zeroKeepsItsSignOrHasNone() {
        double kept = has(Feature.NEGATIVE_ZERO) ? -0.0 : 0.0;

        assertThat(stored(ValueType.DOUBLE, List.of(-0.0))).containsExactly(kept);
        assertThat(stored(ValueType.FLOAT, List.of(-0.0f))).containsExactly((float) kept);
    }

    @Test
    void decimalsOfFifteenDigitsWhichEveryDatabaseHas() {
        comeBack(
                ValueType.DECIMAL.as(SqlType.decimal(15, 4)),
                new BigDecimal("99999999999.9999"),
                new BigDecimal("-0.0001"),
                new BigDecimal("0.0000"),
                new BigDecimal("2.6750"));
        comeBack(
                ValueType.DECIMAL.as(SqlType.decimal(19, 0)),
                BigDecimal.valueOf(Long.MAX_VALUE),
                BigDecimal.valueOf(Long.MIN_VALUE));
        comeBack(ValueType.DECIMAL, new BigDecimal("12345.6789"), BigDecimal.TEN, BigDecimal.ZERO);
    }

    @Test
    void decimalsOfManyDigitsComeBackToTheDigitOrAreRefused() {
        comeBackOrAreRefused(
                Feature.WIDE_DECIMALS,
                ValueType.DECIMAL.as(SqlType.decimal(38, 30)),
                new BigDecimal("99999999.999999999999999999999999999999"),
                new BigDecimal("-0.000000000000100000000000000001"));
        comeBackOrAreRefused(
                Feature.WIDE_DECIMALS,
                ValueType.DECIMAL.as(SqlType.decimal(65, 2)),
                new BigDecimal("-999999999999999999999999999999999999999999999999999999999999999.99"));
        comeBackOrAreRefused(
                Feature.WIDE_DECIMALS,
                ValueType.DECIMAL.as(SqlType.decimal(38, 0)),
                new BigDecimal("12345678901234567890123456789012345678"));
    }

    @Test
    void decimalsWithMorePlacesThanTheirColumnAreRefusedEverywhere() {
        assertThatThrownBy(() -> stored(ValueType.DECIMAL.as(SqlType.decimal(10, 2)), List.of(new BigDecimal("1.005"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("stored.v: 1.005 has more places than decimal(10, 2); round it first, or give the column"
                        + " more.");
        assertThat(stored(ValueType.DECIMAL.as(SqlType.decimal(10, 2)), List.of(new BigDecimal("1.5000"))))
                .containsExactly(new BigDecimal("1.50"));
    }

    @Test
    void textsOfEveryKindOfCharacter() {
        comeBack(
                ValueType.STRING,
                "",
                "O'Brien \"и\" \\ %_",
                "🐘 line\nline\r\n\ttab\b\u0001",
                "{1,2}",
                "NULL",
                "a,b",
                " x ",
                "\\",
                "'",
                "''",
                "\\'",
                "?",
                "$1 :x {d '2026-01-01'}",
                "e\u0301 \u00e9 \uffee \ufeff\u2028",
                "\\n\\0\\%",
                "-- /* ;");
        comeBack(ValueType.STRING.as(SqlType.varchar(3)), "Жук", "🐘!");
    }

    @Test
    void lengthsCountCharacters() {
        assumeTrue(has(Feature.LENGTH_IN_CHARACTERS), "lengths count characters");
        comeBack(ValueType.STRING.as(SqlType.varchar(3)), "🐘🐘🐘");
    }

    @Test
    void textsOfAFixedLengthHaveNoBlanksAtTheirEnd() {
        assertThat(stored(ValueType.STRING.as(SqlType.character(3)), List.of("abc", "a", "b ", "", " c", "Ж  ")))
                .containsExactly("abc", "a", "b", "", " c", "Ж");
    }

    @Test
    void textsThatWouldComeBackOtherwiseAreRefusedEverywhere() {
        for (String text : List.of("a\0b", "\ud83d", "x\udc18y", "\udc18\ud83d")) {
            String problem = text.contains("\0") ? "text with the character NUL" : "text with half a surrogate pair";
            assertRefused("has no " + problem, ValueType.STRING, text);
        }
        assertRefused("half a surrogate pair", ValueType.STRING.as(SqlType.character(3)), "\ud83d");
        assertRefused("half a surrogate pair", ValueType.STRING.as(SqlType.json()), "\ud83d");
    }

    @Test
    void documentsInTheirOneText() {
        comeBack(
                ValueType.JSON,
                Json.of("{\"a\": \"it's \\\\ \\\"x\\\"\", \"🐘\": [1, null, true, {}], \"Ж\": -1.50e3}"),
                Json.of("[1, null]"),
                Json.of("\"text\""),
                Json.of("null"),
                Json.of("12345678901234567890.123456789"),
                Json.of("0.000001"),
                Json.of("{\"b\":1,\"a\":2,\"aa\":{\"z\":\"\\u0001\\n/\"}}"));
    }

    @Test
    void documentsAsTextButForTheSpaceBetweenTheirParts() {
        List<String> documents = List.of("{\"a\": \"it's \\\\ \\\"x\\\"\"}", "[1, null]");

        assertThat(stored(ValueType.STRING.as(SqlType.json()), documents))
                .extracting(document -> document.replace(": ", ":").replace(", ", ","))
                .containsExactly("{\"a\":\"it's \\\\ \\\"x\\\"\"}", "[1,null]");
    }

    @Test
    void bytes() {
        byte[] all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        byte[] large = new byte[1_000_000];
        new Random(7).nextBytes(large);

        comeBack(ValueType.BYTES, new byte[0], all, "null".getBytes(), "\\x00'".getBytes());
        assertThat(write(ValueType.BYTES, List.of(large), false)).containsExactly(large);
    }

    @Test
    void identifiers() {
        comeBack(
                ValueType.UUID,
                new UUID(0, 0),
                new UUID(0, 1),
                new UUID(-1, -1),
                UUID.fromString("3f06af63-a93c-11e4-9797-00505690773f"));
    }

    @Test
    void durationsToTheMicrosecond() {
        comeBack(
                ValueType.DURATION,
                Duration.ZERO,
                Duration.ofNanos(1_000),
                Duration.ofNanos(-1_000),
                Duration.ofDays(-400).plusMillis(1),
                Duration.of(Long.MAX_VALUE, ChronoUnit.MICROS),
                Duration.of(Long.MIN_VALUE, ChronoUnit.MICROS));
        assertThat(stored(ValueType.DURATION, List.of(Duration.ofNanos(1_999), Duration.ofNanos(-1_999))))
                .containsExactly(Duration.ofNanos(1_000), Duration.ofNanos(-1_000));
        assertThatThrownBy(() -> write(ValueType.DURATION, List.of(Duration.ofDays(1_000_000_000)), false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(".v: The duration PT24000000000H is longer than");
    }

    @Test
    void datesAndTimesInAnyZoneOfTheMachine() {
        TimeZone before = TimeZone.getDefault();
        try {
            for (String zone : List.of("America/Los_Angeles", "Asia/Kathmandu")) {
                TimeZone.setDefault(TimeZone.getTimeZone(zone));
                engine.close();
                engine = Engine.create(database.dsn());
                datesAndTimes();
            }
        } finally {
            TimeZone.setDefault(before);
        }
    }

    private void datesAndTimes() {
        comeBack(
                ValueType.LOCAL_DATE,
                LocalDate.of(1, 1, 1),
                LocalDate.of(1582, 10, 4), // the last Julian day, and days that only the proleptic calendar has
                LocalDate.of(1582, 10, 10),
                LocalDate.of(1500, 2, 28),
                LocalDate.of(1883, 11, 18),
                LocalDate.of(1969, 12, 31),
                LocalDate.of(2026, 3, 8),
                LocalDate.of(2000, 2, 29),
                LocalDate.of(9999, 12, 31));
        comeBack(
                ValueType.LOCAL_TIME,
                LocalTime.MIN,
                LocalTime.of(2, 30, 0, 123_456_000),
                LocalTime.of(23, 59),
                LocalTime.of(23, 59, 59, 999_999_000));
        comeBack(
                ValueType.LOCAL_DATE_TIME,
                LocalDateTime.of(2026, 3, 8, 2, 30), // does not exist in Los Angeles
                LocalDateTime.of(2026, 11, 1, 1, 30), // is twice in Los Angeles
                LocalDateTime.of(1883, 11, 18, 12, 5), // when Los Angeles took up its zone
                LocalDateTime.of(1582, 10, 10, 0, 0),
                LocalDateTime.of(1, 1, 1, 0, 0),
                LocalDateTime.of(1969, 12, 31, 23, 59, 59, 999_999_000),
                LocalDateTime.of(1583, 10, 15, 1, 2, 3, 4000),
                LocalDateTime.of(9999, 12, 31, 23, 59, 59, 999_999_000));
        comeBack(
                ValueType.INSTANT,
                Instant.parse("2026-11-01T08:30:00.000001Z"),
                Instant.parse("2026-11-01T09:30:00Z"),
                Instant.parse("2026-03-08T10:00:00Z"),
                Instant.parse("0001-01-01T00:00:00Z"),
                Instant.parse("1582-10-10T12:00:00Z"),
                Instant.parse("1969-12-31T23:59:59.999999Z"),
                Instant.parse("9999-12-31T23:59:59.999999Z"),
                Instant.EPOCH);
        comeBack(ValueType.OFFSET_DATE_TIME, OffsetDateTime.of(2026, 11, 1, 1, 30, 0, 0, ZoneOffset.UTC));
    }

    @Test
    void datesFarAheadAndFarBackAreExactOrRefused() {
        exactOrRefused(ValueType.LOCAL_DATE, LocalDate.of(10_000, 1, 1));
        exactOrRefused(ValueType.LOCAL_DATE, LocalDate.of(0, 12, 31));
        exactOrRefused(ValueType.LOCAL_DATE, LocalDate.of(-43, 3, 15));
        exactOrRefused(ValueType.LOCAL_DATE, LocalDate.of(-4800, 1, 1));
        exactOrRefused(ValueType.LOCAL_DATE, LocalDate.of(7_000_000, 1, 1));
        exactOrRefused(ValueType.LOCAL_DATE, LocalDate.MAX);
        exactOrRefused(ValueType.LOCAL_DATE, LocalDate.MIN);
        exactOrRefused(ValueType.LOCAL_DATE_TIME, LocalDateTime.of(10_000, 1, 1, 0, 0, 0, 1_000));
        exactOrRefused(ValueType.LOCAL_DATE_TIME, LocalDateTime.of(-43, 3, 15, 12, 0));
        exactOrRefused(ValueType.LOCAL_DATE_TIME, LocalDateTime.of(300_000, 1, 1, 0, 0));
        exactOrRefused(ValueType.INSTANT, Instant.parse("+10000-01-01T00:00:00Z"));
        exactOrRefused(ValueType.INSTANT, Instant.parse("-0043-03-15T12:00:00Z"));
        exactOrRefused(ValueType.INSTANT, Instant.parse("+300000-01-01T00:00:00Z"));
    }

    @Test
    void momentsKeepTheirInstantAndForgetTheirZone() {
        assertThat(stored(
                        ValueType.OFFSET_DATE_TIME,
                        List.of(
                                OffsetDateTime.parse("2026-11-20T01:02:03+03:00"),
                                OffsetDateTime.parse("2026-11-20T01:02:03-18:00"),
                                OffsetDateTime.parse("1850-01-01T00:00:00+02:30:17"))))
                .containsExactly(
                        OffsetDateTime.parse("2026-11-19T22:02:03Z"),
                        OffsetDateTime.parse("2026-11-20T19:02:03Z"),
                        OffsetDateTime.parse("1849-12-31T21:29:43Z"));
    }

    @Test
    void whatIsFinerThanAMicrosecondIsCutOff() {
        assertThat(stored(
                        ValueType.INSTANT,
                        List.of(
                                Instant.parse("2026-11-20T01:02:03.999999999Z"),
                                Instant.parse("1969-12-31T23:59:59.999999999Z"))))
                .containsExactly(
                        Instant.parse("2026-11-20T01:02:03.999999Z"), Instant.parse("1969-12-31T23:59:59.999999Z"));
        assertThat(stored(ValueType.LOCAL_TIME, List.of(LocalTime.MAX)))
                .containsExactly(LocalTime.of(23, 59, 59, 999_999_000));
        assertThat(stored(
                        ValueType.LOCAL_DATE_TIME,
                        List.of(
                                LocalDateTime.of(2026, 12, 31, 23, 59, 59, 999_999_999),
                                LocalDateTime.of(1582, 12, 31, 23, 59, 59, 999_999_999))))
                .containsExactly(
                        LocalDateTime.of(2026, 12, 31, 23, 59, 59, 999_999_000),
                        LocalDateTime.of(1582, 12, 31, 23, 59, 59, 999_999_000));
    }

    @Test
    void listsOfEveryTypeWhereThereAreArrays() {
        if (!has(Feature.ARRAYS)) {
            assertThatThrownBy(() -> stored(ValueType.listOf(ValueType.INTEGER), List.of(List.of(1))))
                    .isInstanceOf(UnsupportedFeatureException.class)
                    .hasMessageContaining(
                            "has no arrays (integer[]). Keep the values in a table of their own, or as" + " json.");
            return;
        }
        comeBack(ValueType.listOf(ValueType.INTEGER), List.of(), List.of(1), Arrays.asList(null, -5, null));
        comeBack(
                ValueType.listOf(ValueType.STRING),
                List.of("a,b", "{", "}", "\"", "\\", "", " ", "NULL", "null", "O'Brien", "🐘\n"),
                Arrays.asList("x", null));
        comeBack(ValueType.listOf(ValueType.STRING.as(SqlType.varchar(3))), List.of("abc", "Ж"));
        comeBack(ValueType.listOf(ValueType.BOOLEAN), List.of(true, false));
        comeBack(ValueType.listOf(ValueType.SHORT), List.of(Short.MIN_VALUE));
        comeBack(ValueType.listOf(ValueType.LONG), List.of(Long.MIN_VALUE, Long.MAX_VALUE));
        comeBack(ValueType.listOf(ValueType.DOUBLE), List.of(Double.MIN_VALUE, Double.MAX_VALUE, 0.1));
        comeBack(ValueType.listOf(ValueType.FLOAT), List.of(Float.MIN_VALUE, Float.MAX_VALUE, 0.1f));
        comeBack(
                ValueType.listOf(ValueType.DECIMAL.as(SqlType.decimal(38, 10))),
                List.of(new BigDecimal("1234567890123456789012345678.0123456789"), new BigDecimal("0.0000000000")));
        comeBack(ValueType.listOf(ValueType.UUID), List.of(new UUID(1, 2)));
        comeBack(ValueType.listOf(ValueType.LOCAL_DATE), List.of(LocalDate.of(1, 1, 1), LocalDate.of(1582, 10, 10)));
        comeBack(ValueType.listOf(ValueType.LOCAL_TIME), List.of(LocalTime.MIN, LocalTime.of(2, 30, 0, 123_456_000)));
        comeBack(
                ValueType.listOf(ValueType.LOCAL_DATE_TIME),
                List.of(LocalDateTime.of(2026, 3, 8, 2, 30), LocalDateTime.of(1, 1, 1, 0, 0, 0, 1_000)));
        comeBack(
                ValueType.listOf(ValueType.INSTANT),
                List.of(Instant.parse("1582-10-10T12:00:00.000001Z"), Instant.EPOCH));
        comeBack(ValueType.listOf(ValueType.DURATION), List.of(Duration.ofDays(-1)));
        comeBack(ValueType.listOf(ValueType.BYTES), List.of(new byte[] {0, 39, 92, -1}, new byte[0]));
    }

    @Test
    void aTypeOfOneDatabasesOwnIsTheGeneralOneElsewhere() {
        SqlType address = SqlType.varchar(43)
                .on("postgresql", "inet")
                .on("h2", "varchar_ignorecase(43)")
                .on("sqlite", "address text");
        ConvertedType<InetAddress, String> type =
                new ConvertedType<>(InetAddress.class, ValueType.STRING.as(address), new Address());

        comeBack(type, Address.of("192.168.0.1"), Address.of("0.0.0.0"), Address.of("2001:db8::1"));
    }

    /** What a user writes for a type of one's own. */
    private static final class Address implements Conversion<InetAddress, String> {
        static InetAddress of(String text) {
            try {
                return InetAddress.getByName(text);
            } catch (UnknownHostException e) {
                throw new IllegalArgumentException("\"" + text + "\" is no address.", e);
            }
        }

        @Override
        public String toStored(InetAddress value) {
            return value.getHostAddress();
        }

        @Override
        public InetAddress fromStored(String stored) {
            return of(stored);
        }
    }

    @Test
    void enumTypesTakeTheirLabelsByName() {
        SqlType mood = SqlType.namedEnum("Mood", "sad", "it's \"ok\"");
        if (has(Feature.ENUM_TYPES)) {
            try (EngineConnection connection = engine.connect()) {
                connection.execute("create type \"Mood\" as enum ('sad', 'it''s \"ok\"')");
            }
        }
        comeBack(ValueType.STRING.as(mood), "sad", "it's \"ok\"");
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

    private boolean has(Feature feature) {
        return engine.dialect().capabilities().has(feature);
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    private <T> void comeBack(ValueType<T> type, T... values) {
        assertThat(comparable(stored(type, List.of(values)))).isEqualTo(comparable(List.of(values)));
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    private <T> void comeBackOrAreRefused(Feature feature, ValueType<T> type, T... values) {
        if (has(feature)) {
            comeBack(type, values);
        } else {
            for (T value : values) {
                assertRefused("", type, value);
            }
        }
    }

    /** By every way in, with a message that begins with the column. */
    private <T> void assertRefused(String words, ValueType<T> type, T value) {
        TableName name = nextTable();
        ColumnRef column = new ColumnRef("t", "v", type);
        InsertRows insert = new InsertRows(name, List.of(column), null);
        Update update = new Update(
                new TableSource.TableRef(name, "t"), List.of(new Assignment(column, new Value(value, type))), null);
        Schema schema = Schema.of(Table.of(name, List.of(Column.nullable("v", type.sqlType()))));
        engine.createAll(schema);
        try (EngineConnection connection = engine.connect()) {
            List<ThrowingCallable> ways = List.of(
                    () -> connection.insert(insert, List.of(new Object[] {value}, new Object[] {value})),
                    () -> connection.update(engine.dialect().toSql(insert), value),
                    () -> connection.batch(engine.dialect().toSql(insert), List.<Object[]>of(new Object[] {value})),
                    () -> connection.update(engine.dialect().toSql(update)));
            for (ThrowingCallable way : ways) {
                assertThatThrownBy(way)
                        .isInstanceOf(UnsupportedFeatureException.class)
                        .hasMessageStartingWith(
                                name.name() + ".v: " + engine.dialect().name() + " ")
                        .hasMessageContaining(words);
            }
            assertThatThrownBy(() -> engine.dialect().newRenderer().renderInline(new Value(value, type)))
                    .as("as a literal")
                    .isInstanceOf(UnsupportedFeatureException.class)
                    .hasMessageContaining(words);
        }
    }

    /** Values that {@code equals} compares to the bit, and that say what they are. */
    private static List<Object> comparable(List<?> values) {
        List<Object> result = new ArrayList<>();
        for (Object value : values) {
            result.add(
                    value instanceof byte[] bytes
                            ? HexFormat.of().formatHex(bytes)
                            : value instanceof List<?> list ? comparable(list) : value);
        }
        return result;
    }

    private <T> void exactOrRefused(ValueType<T> type, T value) {
        List<T> read;
        try {
            read = write(type, List.of(value), false);
        } catch (AludelException refused) {
            return;
        }
        assertThat(read).containsExactly(value);
    }

    /** What is read of these values and a NULL by every way in: bound, many at once, and as literals; all must be alike. */
    private <T> List<T> stored(ValueType<T> type, List<T> values) {
        return write(type, values, true);
    }

    private <T> List<T> write(ValueType<T> type, List<T> values, boolean asDefaults) {
        List<T> withNull = new ArrayList<>(values);
        withNull.add(null);
        TableName name = nextTable();
        ColumnRef id = new ColumnRef("t", "id", ValueType.LONG);
        ColumnRef value = new ColumnRef("t", "v", type);
        List<Column> columns =
                new ArrayList<>(List.of(Column.notNull("id", SqlType.bigint()), Column.nullable("v", type.sqlType())));
        List<SelectItem> defaults = new ArrayList<>();
        for (int i = 0; asDefaults && i < values.size(); i++) {
            columns.add(Column.nullable("d" + i, type.sqlType())
                    .withDefault(new Default.Of(new Value(values.get(i), type))));
            defaults.add(SelectItem.of(new ColumnRef("t", "d" + i, type)));
        }
        engine.createAll(Schema.of(Table.of(name, columns)));
        InsertRows insert = new InsertRows(name, List.of(id, value), null);
        Select rowsById = Select.of(List.of(SelectItem.of(value))).withFrom(new TableSource.TableRef(name, "t"));
        try (EngineConnection connection = engine.connect()) {
            connection.begin();
            List<Object[]> rows = new ArrayList<>();
            for (T each : withNull) {
                rows.add(new Object[] {(long) rows.size(), each});
            }
            connection.insert(insert, rows);
            for (T each : withNull) {
                connection.update(engine.dialect().toSql(insert), (long) rows.size(), each);
                rows.add(new Object[0]);
            }
            connection.commit();
            List<T> read =
                    read(connection, type, rowsById.withOrderBy(List.of(new Order(id, false, Order.Nulls.DEFAULT))));
            int half = withNull.size();
            assertThat(read).hasSize(2 * half);
            assertThat(read.get(half - 1)).isNull();
            assertThat(read.get(2 * half - 1)).isNull();
            assertThat(comparable(read.subList(half, 2 * half))).isEqualTo(comparable(read.subList(0, half)));
            List<T> result = List.copyOf(read.subList(0, half - 1));
            if (asDefaults) {
                Select one = rowsById.withItems(defaults).withLimit(new Value(1, ValueType.INTEGER));
                assertThat(comparable(across(connection, type, one)))
                        .as("as literals")
                        .isEqualTo(comparable(result));
            }
            return result;
        }
    }

    /** The first is called so in messages; each goes with its database. */
    private TableName nextTable() {
        tables++;
        return TableName.of(tables == 1 ? "stored" : "stored" + tables);
    }

    /** The columns of one row. */
    private static <T> List<T> across(EngineConnection connection, ValueType<T> type, Select select) {
        int columns = select.items().size();
        return connection
                .list(connection.dialect().toSql(select), Collections.nCopies(columns, type), row -> {
                    List<T> read = new ArrayList<>();
                    for (int i = 0; i < columns; i++) {
                        read.add(type.javaType().cast(row.get(i)));
                    }
                    return read;
                })
                .get(0);
    }

    private static <T> List<T> read(EngineConnection connection, ValueType<T> type, Select select) {
        return new ArrayList<>(connection.list(
                connection.dialect().toSql(select),
                List.of(type),
                row -> type.javaType().cast(row.get(0))));
    }
}
