// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.core.dialect.Types;
import io.aludel.core.dialect.UnsupportedFeatureException;
import io.aludel.core.type.BasicType;
import io.aludel.core.type.NamedEnum;
import io.aludel.core.type.SqlType;
import io.aludel.core.type.StandardType;
import io.aludel.core.type.TypeKind;
import io.aludel.core.type.ValueType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresTypesTest {
    private static final Types TYPES = new PostgresTypes();

    @ParameterizedTest
    @EnumSource(TypeKind.class)
    void understandsWhatItDeclares(TypeKind kind) {
        SqlType type =
                new StandardType(kind, kind == TypeKind.CHAR ? 3 : StandardType.UNSPECIFIED, StandardType.UNSPECIFIED);

        assertThat(TYPES.parse(TYPES.declaration(type))).isEqualTo(type);
    }

    /** On the left what users write and format_type prints. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "INT | integer",
                "int4 | integer",
                "int2 | smallint",
                "int8 | bigint",
                "bool | boolean",
                "float8 | double precision",
                "float | double precision",
                "float4 | real",
                "decimal( 10 , 2 ) | numeric(10, 2)",
                "numeric(10,2) | numeric(10, 2)",
                "numeric(7) | numeric(7, 0)",
                "dec | numeric",
                "character varying(40) | varchar(40)",
                "char varying (40) | varchar(40)",
                "character varying | varchar",
                "character(3) | char(3)",
                "char | char(1)",
                "timestamp without time zone | timestamp",
                "timestamp(6) without time zone | timestamp",
                "timestamp with  time zone | timestamp with time zone",
                "timestamptz | timestamp with time zone",
                "timestamptz(6) | timestamp with time zone",
                "time without time zone | time"
            })
    void understandsEverySpelling(String spelling, String declared) {
        assertThat(TYPES.parse(spelling)).isInstanceOf(StandardType.class);
        assertThat(TYPES.declaration(TYPES.parse(spelling))).isEqualTo(declared);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "app.mood[]",
                "timestamp(3) without time zone",
                "time with time zone",
                "time(0) without time zone",
                "numeric(3,5)",
                "interval",
                "json",
                "citext",
                "bit(3)",
                "bpchar",
                "\"char\"",
                "app.\"Mood\"",
                "geometry(Point,4326)"
            })
    void keepsTheWordsOfEveryOtherType(String declaration) {
        assertThat(TYPES.parse(declaration)).isEqualTo(SqlType.nativeType("postgresql", declaration));
        assertThat(TYPES.declaration(TYPES.parse(declaration))).isEqualTo(declaration);
    }

    @Test
    void declaresArraysEnumsAndWordsOfItsOwn() {
        assertThat(TYPES.declaration(SqlType.array(SqlType.varchar(3)))).isEqualTo("varchar(3)[]");
        assertThat(TYPES.parse("character varying(3)[]")).isEqualTo(SqlType.array(SqlType.varchar(3)));
        assertThat(TYPES.declaration(SqlType.namedEnum("Mood", "sad", "happy"))).isEqualTo("\"Mood\"");
        assertThat(TYPES.declaration(new NamedEnum("app", "mood", List.of("sad"))))
                .isEqualTo("app.mood");
        assertThat(TYPES.declaration(SqlType.varchar(43).on("mariadb", "inet6").on("postgresql", "inet")))
                .isEqualTo("inet");
        assertThat(TYPES.declaration(SqlType.varchar(43).on("mariadb", "inet6")))
                .isEqualTo("varchar(43)");
        assertThat(TYPES.arrayElementType(ValueType.STRING.as(SqlType.text().on("postgresql", "inet"))))
                .as("what only the server knows travels as text")
                .isEqualTo("text");
        assertThat(TYPES.literal(List.of("a\"b", "{,}", "NULL"), list(SqlType.text())))
                .isEqualTo("E'{\"a\\\\\"b\",\"{,}\",\"NULL\"}'");
    }

    @SuppressWarnings("unchecked") // made of texts
    private static BasicType<List<String>> list(SqlType element) {
        return (BasicType<List<String>>) BasicType.forColumn(SqlType.array(element));
    }

    @Test
    void refusesTheTypesOfAnotherDatabase() {
        assertThatThrownBy(() -> TYPES.declaration(SqlType.nativeType("mariadb", "inet6")))
                .isInstanceOf(UnsupportedFeatureException.class)
                .hasMessage(
                        "postgresql has no type \"inet6\" of mariadb. Use a type that every database has, or name one"
                                + " for each.");
    }

    @Test
    void writesLiteralsThatCannotBeLeft() {
        assertThat(literal("it's", ValueType.STRING)).isEqualTo("'it''s'");
        assertThat(literal("a\\'; drop", ValueType.STRING)).isEqualTo("E'a\\\\''; drop'");
        assertThat(literal(true, ValueType.BOOLEAN)).isEqualTo("true");
        assertThat(literal(-7L, ValueType.LONG)).isEqualTo("-7");
        assertThat(literal(new BigDecimal("1E+3"), ValueType.DECIMAL)).isEqualTo("1000");
        assertThat(literal(new BigDecimal("1.50"), ValueType.DECIMAL)).isEqualTo("1.50");
        assertThat(literal(1e300, ValueType.DOUBLE)).isEqualTo("1.0E300");
        assertThat(literal(Double.NaN, ValueType.DOUBLE)).isEqualTo("cast('NaN' as double precision)");
        assertThat(literal(Float.NEGATIVE_INFINITY, ValueType.FLOAT)).isEqualTo("cast('-Infinity' as real)");
        assertThat(literal(new byte[] {0, -1}, ValueType.BYTES)).isEqualTo("bytea E'\\\\x00ff'");
        assertThat(literal(LocalDate.of(-43, 3, 15), ValueType.LOCAL_DATE)).isEqualTo("date '0044-03-15 BC'");
        assertThat(literal(LocalDate.of(12026, 1, 2), ValueType.LOCAL_DATE)).isEqualTo("date '12026-01-02'");
        assertThat(literal(LocalTime.of(1, 2, 3, 999_999_999), ValueType.LOCAL_TIME))
                .isEqualTo("time '01:02:03.999999'");
        assertThat(literal(LocalDateTime.of(2026, 11, 20, 1, 2), ValueType.LOCAL_DATE_TIME))
                .isEqualTo("timestamp '2026-11-20 01:02'");
        assertThat(literal(OffsetDateTime.parse("2026-11-20T01:02:03+03:00"), ValueType.OFFSET_DATE_TIME))
                .isEqualTo("timestamp with time zone '2026-11-19 22:02:03+00'");
        assertThat(literal(Instant.parse("2026-11-20T01:02:03.5Z"), ValueType.INSTANT))
                .isEqualTo("timestamp with time zone '2026-11-20 01:02:03.500+00'");
        assertThat(literal(new UUID(0, 1), ValueType.UUID)).isEqualTo("uuid '00000000-0000-0000-0000-000000000001'");
        assertThatThrownBy(() -> literal("a\0b", ValueType.STRING))
                .hasMessage("postgresql has no text with the character NUL. Leave the character out, or use bytes.");
    }

    @Test
    void writesDatesInEveryLocaleAlike() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
        try {
            assertThat(literal(LocalDate.of(2026, 1, 2), ValueType.LOCAL_DATE)).isEqualTo("date '2026-01-02'");
        } finally {
            Locale.setDefault(before);
        }
    }

    private static <T> String literal(T value, BasicType<T> type) {
        return TYPES.literal(value, type);
    }

    @Test
    void saysWhatToDoWithAClassThatItCannotStore() {
        assertThatThrownBy(() -> TYPES.codec(new BasicType<>(BigInteger.class, SqlType.bigint())))
                .isInstanceOf(UnsupportedFeatureException.class)
                .hasMessage(
                        "postgresql has no way to store a java.math.BigInteger. Convert it to one of the classes that"
                                + " ValueType has constants for.");
    }
}
