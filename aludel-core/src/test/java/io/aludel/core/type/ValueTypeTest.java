// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ValueTypeTest {
    @Test
    void durationsAreMicrosecondsCutTowardsZero() {
        assertThat(stored(Duration.ofDays(-1))).isEqualTo(-86_400_000_000L);
        assertThat(stored(Duration.ofNanos(1_999))).isEqualTo(1);
        assertThat(stored(Duration.ofNanos(-1_999))).isEqualTo(-1);
        assertThat(stored(Duration.ofSeconds(-9_223_372_036_855L, 224_192_000))).isEqualTo(Long.MIN_VALUE);
        assertThat(stored(Duration.ofSeconds(9_223_372_036_854L, 775_807_999))).isEqualTo(Long.MAX_VALUE);
        assertThat(ValueType.DURATION.conversion().fromStored(Long.MIN_VALUE))
                .isEqualTo(Duration.ofSeconds(-9_223_372_036_855L, 224_192_000));
        assertThatThrownBy(() -> stored(Duration.ofSeconds(9_223_372_036_854L, 775_808_000)))
                .hasMessage(
                        "The duration PT2562047788H54.775808S is longer than the 292,000 years that microseconds in a bigint count.");
    }

    private static Long stored(Duration duration) {
        return ValueType.DURATION.toStored(duration);
    }

    @Test
    void listsAreArraysOfWhatTheirElementsAreStoredAs() {
        ConvertedType<List<Instant>, ?> moments = (ConvertedType<List<Instant>, ?>) ValueType.listOf(ValueType.INSTANT);

        assertThat(moments.sqlType()).isEqualTo(SqlType.array(SqlType.timestampWithTimeZone()));
        assertThat(moments.toStored(Arrays.asList(Instant.EPOCH, null)))
                .isEqualTo(Arrays.asList(OffsetDateTime.parse("1970-01-01T00:00:00Z"), null));
        assertThat(((ConvertedType<List<Duration>, ?>) ValueType.listOf(ValueType.DURATION))
                        .toStored(List.of(Duration.ofSeconds(1))))
                .isEqualTo(List.of(1_000_000L));
        assertThat(ValueType.listOf(ValueType.INTEGER))
                .isEqualTo(BasicType.forColumn(SqlType.array(SqlType.integer())));
        assertThatThrownBy(() -> SqlType.array(SqlType.array(SqlType.integer())))
                .hasMessageStartingWith("An array of arrays is not supported");
    }

    @Test
    void aTypeByDatabaseIsTheGeneralOneElsewhere() {
        SqlType address = SqlType.varchar(43).on("postgresql", "inet").on("mariadb", "inet6");

        assertThat(address.in("postgresql")).isEqualTo(SqlType.nativeType("postgresql", "inet"));
        assertThat(address.in("mariadb")).isEqualTo(SqlType.nativeType("mariadb", "inet6"));
        assertThat(address.in("h2")).isEqualTo(SqlType.varchar(43));
        assertThat(address).hasToString("varchar(43), on mariadb inet6, on postgresql inet");
        assertThat(BasicType.forColumn(SqlType.bigint().on("postgresql", "oid")).javaType())
                .isEqualTo(Long.class);
    }

    @Test
    void enumTypesHoldEachLabelOnce() {
        assertThat(((NamedEnum) SqlType.namedEnum("size", "s", "🐘🐘")).asText())
                .isEqualTo(SqlType.varchar(2));
        assertThatThrownBy(() -> SqlType.namedEnum("mood", "sad", "sad"))
                .hasMessage(
                        "The enum type \"mood\" has the labels [sad, sad]; give it one at least, each once, none of them empty.");
        assertThatThrownBy(() -> SqlType.namedEnum("mood")).isInstanceOf(IllegalArgumentException.class);
    }
}
