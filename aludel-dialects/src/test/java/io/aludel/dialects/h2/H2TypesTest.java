// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.h2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.core.dialect.Types;
import io.aludel.core.dialect.UnsupportedFeatureException;
import io.aludel.core.type.SqlType;
import io.aludel.core.type.ValueType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class H2TypesTest {
    private static final Types TYPES = new H2Types();

    /** What {@code data_type_sql} gives, and what we declare for it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "BOOLEAN | boolean",
                "SMALLINT | smallint",
                "INTEGER | integer",
                "BIGINT | bigint",
                "NUMERIC(10, 2) | numeric(10, 2)",
                "DECFLOAT | decfloat",
                "REAL | real",
                "DOUBLE PRECISION | double precision",
                "CHARACTER(3) | char(3)",
                "CHARACTER VARYING(40) | varchar(40)",
                "CHARACTER VARYING | varchar",
                "BINARY VARYING | varbinary",
                "DATE | date",
                "TIME(6) | time(6)",
                "TIMESTAMP | timestamp",
                "TIMESTAMP WITH TIME ZONE | timestamp with time zone",
                "UUID | uuid",
                "JSON | json",
                "TIME | TIME",
                "TIMESTAMP(3) | TIMESTAMP(3)",
                "TINYINT | TINYINT",
                "NUMERIC | NUMERIC",
                "CHARACTER LARGE OBJECT | CHARACTER LARGE OBJECT",
                "INTEGER ARRAY | integer array",
                "CHARACTER VARYING(3) ARRAY | varchar(3) array",
                "INTEGER ARRAY ARRAY | INTEGER ARRAY ARRAY",
                "ENUM('a', 'b') | ENUM('a', 'b')"
            })
    void readsWhatItDeclares(String catalogue, String declaration) {
        SqlType type = TYPES.parse(catalogue);

        assertThat(TYPES.declaration(type)).isEqualTo(declaration);
        assertThat(TYPES.parse(TYPES.declaration(type))).isEqualTo(type);
    }

    @Test
    void declaresEnumsAsTextAndWordsOfItsOwn() {
        assertThat(TYPES.declaration(SqlType.namedEnum("mood", "sad", "happy"))).isEqualTo("varchar(5)");
        assertThat(TYPES.declaration(SqlType.text().on("h2", "varchar_ignorecase")))
                .isEqualTo("varchar_ignorecase");
        assertThat(TYPES.declaration(SqlType.text().on("postgresql", "citext"))).isEqualTo("varchar");
    }

    @Test
    void refusesWhatIsAnotherDatabasesOwn() {
        assertThatThrownBy(() -> TYPES.declaration(SqlType.nativeType("postgresql", "citext")))
                .isInstanceOf(UnsupportedFeatureException.class)
                .hasMessage("h2 has no type \"citext\" of postgresql. Use a type that every database has, or name one"
                        + " for each.");
    }

    @Test
    void writesValuesAsLiterals() {
        assertThat(TYPES.literal("it's \\ so", ValueType.STRING)).isEqualTo("'it''s \\ so'");
        assertThat(TYPES.literal("{}", ValueType.STRING.as(SqlType.json()))).isEqualTo("json '{}'");
        assertThat(TYPES.literal(new byte[] {0, -1}, ValueType.BYTES)).isEqualTo("X'00ff'");
        assertThat(TYPES.literal(new BigDecimal("1E+2"), ValueType.DECIMAL)).isEqualTo("100");
        assertThat(TYPES.literal(Double.NaN, ValueType.DOUBLE)).isEqualTo("cast('NaN' as double precision)");
        assertThat(TYPES.literal(LocalDate.of(-1, 1, 2), ValueType.LOCAL_DATE)).isEqualTo("date '-0001-01-02'");
        assertThat(TYPES.literal(LocalTime.of(1, 2, 3, 4_999), ValueType.LOCAL_TIME))
                .isEqualTo("time '01:02:03.000004'");
        assertThat(TYPES.literal(Instant.parse("2026-11-20T01:02:03Z"), ValueType.INSTANT))
                .isEqualTo("timestamp with time zone '2026-11-20 01:02:03+00'");
        assertThatThrownBy(() -> TYPES.literal("a\0b", ValueType.STRING))
                .isInstanceOf(UnsupportedFeatureException.class);
    }
}
