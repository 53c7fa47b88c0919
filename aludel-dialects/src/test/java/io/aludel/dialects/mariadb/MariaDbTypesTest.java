// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.mariadb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.core.dialect.ServerVersion;
import io.aludel.core.dialect.Types;
import io.aludel.core.dialect.UnsupportedFeatureException;
import io.aludel.core.type.SqlType;
import io.aludel.core.type.ValueType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MariaDbTypesTest {
    private static final Types TYPES = new MariaDbDialect().types();
    private static final Types MYSQL = new MariaDbDialect(Server.MYSQL, new ServerVersion(8, 4)).types();

    /** What {@code column_type} holds, and what we declare for it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tinyint(1) | boolean",
                "smallint(6) | smallint",
                "smallint | smallint",
                "int(11) | integer",
                "bigint(20) | bigint",
                "decimal(10,2) | decimal(10, 2)",
                "decimal(65,30) | decimal(65, 30)",
                "float | float",
                "double | double",
                "char(3) | char(3)",
                "varchar(40) | varchar(40)",
                "longtext | longtext",
                "longblob | longblob",
                "date | date",
                "time(6) | time(6)",
                "datetime(6) | datetime(6)",
                "uuid | uuid",
                "json | json",
                "tinyint(4) | tinyint(4)",
                "int(10) unsigned | int(10) unsigned",
                "mediumtext | mediumtext",
                "datetime | datetime",
                "timestamp(6) | timestamp(6)",
                "char(0) | char(0)",
                "binary(16) | binary(16)",
                "enum('a','b') | enum('a','b')"
            })
    void readsWhatItDeclares(String catalogue, String declaration) {
        SqlType type = TYPES.parse(catalogue);

        assertThat(TYPES.declaration(type)).isEqualTo(declaration);
        assertThat(TYPES.parse(TYPES.declaration(type))).isEqualTo(type);
    }

    @Test
    void keepsFloatsMomentsAndEnumsInWhatHoldsThemExactly() {
        assertThat(TYPES.declaration(SqlType.real())).isEqualTo("double");
        assertThat(TYPES.declaration(SqlType.timestampWithTimeZone())).isEqualTo("datetime(6)");
        assertThat(TYPES.declaration(SqlType.namedEnum("mood", "sad", "happy"))).isEqualTo("varchar(5)");
        assertThat(TYPES.declaration(SqlType.text().on("mariadb", "tinytext"))).isEqualTo("tinytext");
    }

    @Test
    void hasUuidsFromTenSevenOnAndBytesElsewhere() {
        UUID id = UUID.fromString("d0f4d9a0-0000-0000-0000-0000000000ff");

        assertThat(TYPES.literal(id, ValueType.UUID)).isEqualTo("'d0f4d9a0-0000-0000-0000-0000000000ff'");
        for (Types types : new Types[] {MYSQL, new MariaDbDialect(Server.MARIADB, new ServerVersion(10, 6)).types()}) {
            assertThat(types.declaration(SqlType.uuid())).isEqualTo("binary(16)");
            assertThat(types.parse("binary(16)")).isEqualTo(SqlType.uuid());
            assertThat(types.literal(id, ValueType.UUID)).isEqualTo("x'd0f4d9a00000000000000000000000ff'");
        }
    }

    @Test
    void refusesWhatIsAnotherDatabasesOwn() {
        assertThatThrownBy(() -> TYPES.declaration(SqlType.nativeType("postgresql", "citext")))
                .isInstanceOf(UnsupportedFeatureException.class)
                .hasMessage("mariadb has no type \"citext\" of postgresql. Use a type that every database has, or name"
                        + " one for each.");
        assertThatThrownBy(() -> TYPES.declaration(SqlType.array(SqlType.integer())))
                .isInstanceOf(UnsupportedFeatureException.class)
                .hasMessage("mariadb has no arrays (integer[]). Keep the values in a table of their own, or as json.");
        assertThatThrownBy(() -> TYPES.declaration(SqlType.decimal(66, 2)))
                .hasMessage("mariadb has no decimal of 66 digits, 2 of them behind the point; it has at most 65 and 38."
                        + " Choose fewer, or keep the number as text.");
        assertThatThrownBy(() -> TYPES.declaration(SqlType.decimal(65, 39)))
                .isInstanceOf(UnsupportedFeatureException.class);
        assertThat(TYPES.declaration(SqlType.decimal(40, 38))).isEqualTo("decimal(40, 38)");
        assertThatThrownBy(() -> MYSQL.declaration(SqlType.decimal(40, 38)))
                .hasMessage(
                        "mariadb has no decimal of 40 digits, 38 of them behind the point; it has at most 65 and 30."
                                + " Choose fewer, or keep the number as text.");
    }

    @Test
    void writesValuesAsLiterals() {
        assertThat(TYPES.literal("it's \\ so", ValueType.STRING)).isEqualTo("'it''s \\\\ so'");
        assertThat(TYPES.literal("\\'; drop table t; -- 🙈`\"", ValueType.STRING))
                .isEqualTo("'\\\\''; drop table t; -- 🙈`\"'");
        assertThat(TYPES.literal("{}", ValueType.STRING.as(SqlType.json()))).isEqualTo("'{}'");
        assertThat(TYPES.literal(new byte[] {0, -1}, ValueType.BYTES)).isEqualTo("x'00ff'");
        assertThat(TYPES.literal(new byte[0], ValueType.BYTES)).isEqualTo("x''");
        assertThat(TYPES.literal(true, ValueType.BOOLEAN)).isEqualTo("true");
        assertThat(TYPES.literal(new BigDecimal("1E+2"), ValueType.DECIMAL)).isEqualTo("100");
        assertThat(TYPES.literal(1.5e300, ValueType.DOUBLE)).isEqualTo("1.5E300");
        assertThat(TYPES.literal(LocalDate.of(1, 1, 2), ValueType.LOCAL_DATE)).isEqualTo("date '0001-01-02'");
        assertThat(TYPES.literal(LocalTime.of(1, 2, 3, 4_999), ValueType.LOCAL_TIME))
                .isEqualTo("time '01:02:03.000004'");
        assertThat(TYPES.literal(LocalDateTime.of(2026, 11, 20, 1, 2), ValueType.LOCAL_DATE_TIME))
                .isEqualTo("timestamp '2026-11-20 01:02'");
        assertThat(TYPES.literal(Instant.parse("2026-11-20T01:02:03Z"), ValueType.INSTANT))
                .isEqualTo("timestamp '2026-11-20 01:02:03'");
    }

    @Test
    void refusesValuesThatWouldNotComeBack() {
        assertThatThrownBy(() -> TYPES.literal("a\0b", ValueType.STRING))
                .isInstanceOf(UnsupportedFeatureException.class);
        assertThatThrownBy(() -> TYPES.literal(Double.NaN, ValueType.DOUBLE))
                .hasMessage("mariadb has no number NaN. Leave it empty (NULL) where there is no number.");
        assertThatThrownBy(() -> TYPES.literal(LocalDate.of(10_000, 1, 1), ValueType.LOCAL_DATE))
                .hasMessage("mariadb has no date in the year 10000. It knows the years 0 to 9999.");
        assertThatThrownBy(() -> TYPES.literal(LocalDate.of(-1, 1, 1), ValueType.LOCAL_DATE))
                .isInstanceOf(UnsupportedFeatureException.class);
    }
}
