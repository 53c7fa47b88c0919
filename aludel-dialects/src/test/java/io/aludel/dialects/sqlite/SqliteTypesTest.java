// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.core.dialect.UnsupportedFeatureException;
import io.aludel.core.type.BasicType;
import io.aludel.core.type.Codec;
import io.aludel.core.type.NativeType;
import io.aludel.core.type.SqlType;
import io.aludel.core.type.StandardType;
import io.aludel.core.type.TypeKind;
import io.aludel.core.type.ValueType;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
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
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SqliteTypesTest {
    private final SqliteTypes types = new SqliteTypes();
    private TestConnection database;

    @BeforeEach
    void open() {
        database = TestConnection.inMemory();
    }

    @AfterEach
    void close() {
        database.close();
    }

    static Stream<SqlType> everyType() {
        return Stream.concat(
                Stream.of(TypeKind.values())
                        .filter(kind -> kind != TypeKind.CHAR && kind != TypeKind.VARCHAR)
                        .map(kind -> new StandardType(kind, StandardType.UNSPECIFIED, StandardType.UNSPECIFIED)),
                Stream.of(SqlType.varchar(40), SqlType.character(2), SqlType.decimal(10, 2), SqlType.decimal(5, 0)));
    }

    @Test
    void declaresEnumsAsTextAndRefusesArrays() {
        assertThat(types.declaration(SqlType.namedEnum("mood", "sad", "happy"))).isEqualTo("varchar(5)");
        assertThat(types.declaration(SqlType.text().on("postgresql", "citext"))).isEqualTo("text");
        assertThatThrownBy(() -> types.declaration(SqlType.array(SqlType.integer())))
                .hasMessage("sqlite has no arrays (integer[]). Keep the values in a table of their own, or as json.");
    }

    @ParameterizedTest
    @MethodSource("everyType")
    void readsBackEachTypeFromWhatSqliteKeeps(SqlType type) {
        database.execute("create table t (c " + types.declaration(type) + ")");
        String kept = (String)
                database.values("select type from pragma_table_xinfo('t')").get(0);
        assertThat(types.parse(kept)).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NVARCHAR(160)|varchar(160)",
                "NUMERIC(10,2)|decimal(10, 2)",
                "DATETIME|timestamp",
                "INT|integer",
                "decimal(8)|decimal(8, 0)",
                "Double|double"
            })
    void understandsOtherSpellings(String declaration, String type) {
        assertThat(types.parse(declaration).toString()).isEqualTo(type);
    }

    @Test
    void keepsWhatItDoesNotKnow() {
        assertThat(types.parse("unsigned big int")).isEqualTo(new NativeType("sqlite", "unsigned big int"));
        assertThat(types.parse("")).isEqualTo(new NativeType("sqlite", ""));
        assertThat(types.parse("varchar(0)")).isEqualTo(new NativeType("sqlite", "varchar(0)"));
        assertThat(types.parse("date(3)")).isEqualTo(new NativeType("sqlite", "date(3)"));
    }

    static Stream<Object> everyValue() {
        return Stream.of(
                true,
                false,
                (short) -32768,
                Integer.MIN_VALUE,
                Integer.MAX_VALUE,
                0,
                Long.MIN_VALUE,
                Long.MAX_VALUE,
                0.1f,
                Float.MAX_VALUE,
                0.1,
                Double.MIN_VALUE,
                Double.POSITIVE_INFINITY,
                "",
                "O'Hara \"x\" -- \\ %",
                "007",
                "1e5",
                "Привет 😀",
                " 12 ",
                LocalDate.of(2024, 2, 29),
                LocalDate.of(0, 1, 1),
                LocalDate.of(9999, 12, 31),
                LocalTime.MIDNIGHT,
                LocalTime.of(23, 59, 59, 999_999_000),
                LocalTime.of(10, 0, 0, 500_000_000),
                LocalDateTime.of(2024, 3, 31, 2, 30),
                LocalDateTime.of(2024, 3, 31, 2, 30, 1, 1_000),
                OffsetDateTime.of(2024, 3, 31, 1, 0, 0, 0, ZoneOffset.UTC),
                Instant.parse("1969-12-31T23:59:59.999999Z"),
                UUID.fromString("1e500000-0000-4000-8000-000000000000"),
                UUID.fromString("00000000-0000-0000-0000-000000000000"),
                new byte[] {0, -1, 39},
                new byte[0]);
    }

    @ParameterizedTest
    @MethodSource("everyValue")
    void givesBackWhatItTookInAColumnOfItsTypeAndAsALiteral(Object value) throws SQLException {
        BasicType<?> type = typeOf(value);
        assertThat(roundTrip(value, type)).isEqualTo(value);
        assertThat(throughLiteral(value, type)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({
        "10, 2, 1.50",
        "10, 2, 0.00",
        "10, 2, -12345678.99",
        "15, 15, 0.123456789012345",
        "19, 0, 9223372036854775807",
        "18, 3, 123456789012.345",
        "4, 4, 0.0001",
        "10, 2, 100.00"
    })
    void keepsDecimalsWithTheScaleOfTheirColumn(int precision, int scale, BigDecimal value) throws SQLException {
        BasicType<BigDecimal> type = ValueType.DECIMAL.as(SqlType.decimal(precision, scale));
        assertThat(roundTrip(value, type)).isEqualTo(value);
        assertThat(throughLiteral(value, type)).isEqualTo(value);
    }

    @Test
    void refusesDecimalsThatItCannotKeep() {
        assertThatThrownBy(() -> roundTrip(new BigDecimal("1234567890123.456"), ValueType.DECIMAL))
                .isInstanceOf(UnsupportedFeatureException.class)
                .hasMessage("sqlite has no exact decimal of 16 significant digits. Keep such numbers as text, or as a"
                        + " whole number of the smallest unit in a bigint column.");
        assertThatThrownBy(() -> roundTrip(new BigDecimal("1e-400"), ValueType.DECIMAL))
                .isInstanceOf(UnsupportedFeatureException.class);
        assertThatThrownBy(() -> types.literal(new BigDecimal("9223372036854775809"), ValueType.DECIMAL))
                .isInstanceOf(UnsupportedFeatureException.class);
    }

    @Test
    void refusesYearsThatWouldNotSortAndNotANumber() {
        assertThatThrownBy(() -> roundTrip(LocalDate.of(10000, 1, 1), ValueType.LOCAL_DATE))
                .hasMessageContaining("dates outside the years 0000 to 9999");
        assertThatThrownBy(() -> roundTrip(Instant.MAX, ValueType.INSTANT))
                .isInstanceOf(UnsupportedFeatureException.class);
        assertThatThrownBy(() -> roundTrip(Double.NaN, ValueType.DOUBLE))
                .isInstanceOf(UnsupportedFeatureException.class);
    }

    @Test
    void sortsMomentsAndTimesAsTextInTheOrderOfTime() {
        List<Instant> moments = new ArrayList<>();
        for (String text :
                List.of("10:00:00", "10:00:00.000001", "10:00:00.1", "10:00:00.12", "10:00:00.2", "10:00:01")) {
            moments.add(Instant.parse("2024-01-01T" + text + "Z"));
        }
        assertThat(moments.stream().map(SqliteText::of)).isSorted();
        assertThat(moments.stream().map(moment -> SqliteText.of(LocalDateTime.ofInstant(moment, ZoneOffset.UTC))))
                .isSorted();
    }

    @Test
    void cutsOffWhatIsFinerThanMicroseconds() throws SQLException {
        assertThat(roundTrip(LocalTime.of(1, 2, 3, 1_999), ValueType.LOCAL_TIME))
                .isEqualTo(LocalTime.of(1, 2, 3, 1_000));
    }

    @Test
    void keepsTheInstantOfAnyOffset() throws SQLException {
        OffsetDateTime written = OffsetDateTime.parse("2024-01-01T00:30:00+02:00");
        assertThat((OffsetDateTime) roundTrip(written, ValueType.OFFSET_DATE_TIME))
                .isEqualTo(OffsetDateTime.parse("2023-12-31T22:30:00Z"));
    }

    @Test
    void knowsNothingOfTheTimeZoneOfItsJvm() throws SQLException {
        TimeZone before = TimeZone.getDefault();
        try {
            for (String zone : List.of("Pacific/Kiritimati", "America/St_Johns")) {
                TimeZone.setDefault(TimeZone.getTimeZone(zone));
                for (Object value : List.of(
                        LocalDate.of(1900, 1, 1),
                        LocalTime.of(2, 30),
                        LocalDateTime.of(2024, 3, 10, 2, 30),
                        Instant.parse("2024-03-10T02:30:00Z"))) {
                    assertThat(roundTrip(value, typeOf(value))).isEqualTo(value);
                }
                assertThat(types.literal(Instant.parse("2024-03-10T02:30:00Z"), ValueType.INSTANT))
                        .isEqualTo("'2024-03-10T02:30:00.000000Z'");
            }
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @Test
    void readsWhatSqlitesOwnFunctionsWrite() throws SQLException {
        assertThat(select("'2024-01-02 03:04:05'", ValueType.LOCAL_DATE_TIME))
                .isEqualTo(LocalDateTime.of(2024, 1, 2, 3, 4, 5));
        assertThat(select("'2024-01-02 03:04:05'", ValueType.INSTANT)).isEqualTo(Instant.parse("2024-01-02T03:04:05Z"));
    }

    @Test
    void saysWhatItCannotRead() {
        assertThatThrownBy(() -> select("'yesterday'", ValueType.LOCAL_DATE))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("Column 1 of the result holds \"yesterday\"");
        assertThatThrownBy(() -> select("3000000000", ValueType.INTEGER)).isInstanceOf(SQLException.class);
    }

    @Test
    void readsNullAsNull() throws SQLException {
        for (BasicType<?> type : List.of(
                ValueType.BOOLEAN,
                ValueType.INTEGER,
                ValueType.DOUBLE,
                ValueType.STRING,
                ValueType.DECIMAL,
                ValueType.BYTES,
                ValueType.INSTANT,
                ValueType.UUID)) {
            assertThat(roundTrip(null, type)).isNull();
        }
    }

    private Object roundTrip(Object value, BasicType<?> type) throws SQLException {
        return roundTripTyped(value, type);
    }

    private <T> T roundTripTyped(Object value, BasicType<T> type) throws SQLException {
        Codec<T> codec = types.codec(type);
        database.execute("drop table if exists t");
        database.execute("create table t (c " + types.declaration(type.sqlType()) + ")");
        try (PreparedStatement insert = database.jdbc.prepareStatement("insert into t values (?)")) {
            codec.bind(insert, 1, type.javaType().cast(value));
            insert.execute();
        }
        T read = select("c from t", type);
        if (value != null) {
            try (PreparedStatement find = database.jdbc.prepareStatement("select 1 from t where c = ?")) {
                codec.bind(find, 1, type.javaType().cast(value));
                assertThat(find.executeQuery().next()).isTrue();
            }
        }
        return read;
    }

    private <T> T throughLiteral(Object value, BasicType<T> type) throws SQLException {
        database.execute("drop table if exists t");
        database.execute("create table t (c " + types.declaration(type.sqlType()) + ")");
        database.execute(
                "insert into t values (" + types.literal(type.javaType().cast(value), type) + ")");
        return select("c from t", type);
    }

    private <T> T select(String expression, BasicType<T> type) throws SQLException {
        try (PreparedStatement statement = database.jdbc.prepareStatement("select " + expression);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return types.codec(type).read(row, 1);
        }
    }

    private static BasicType<?> typeOf(Object value) {
        return Stream.<BasicType<?>>of(
                        ValueType.BOOLEAN,
                        ValueType.SHORT,
                        ValueType.INTEGER,
                        ValueType.LONG,
                        ValueType.FLOAT,
                        ValueType.DOUBLE,
                        ValueType.STRING,
                        ValueType.BYTES,
                        ValueType.LOCAL_DATE,
                        ValueType.LOCAL_TIME,
                        ValueType.LOCAL_DATE_TIME,
                        ValueType.OFFSET_DATE_TIME,
                        ValueType.INSTANT,
                        ValueType.UUID)
                .filter(type -> type.javaType() == value.getClass())
                .findFirst()
                .orElseThrow();
    }
}
