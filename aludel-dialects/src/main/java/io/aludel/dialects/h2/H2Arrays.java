// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.h2;

import io.aludel.core.dialect.JdbcCodec;
import io.aludel.core.type.BasicType;
import io.aludel.core.type.Codec;
import io.aludel.core.type.SqlType;
import java.math.BigDecimal;
import java.sql.Types;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists as H2's arrays, which the driver takes as arrays of Java's and gives in any class that is asked for. */
final class H2Arrays {
    private H2Arrays() {}

    static Codec<List<?>> codec(SqlType element) {
        Class<?> array = BasicType.forColumn(element).javaType().arrayType();
        return new JdbcCodec<>(
                Types.ARRAY,
                (statement, index, value) -> statement.setObject(
                        index, value.stream().map(H2Arrays::bound).toArray()),
                (row, index) -> {
                    Object[] values = (Object[]) row.getObject(index, array);
                    return values == null ? null : list(values);
                });
    }

    /** To the microsecond, as single values are; a moment in UTC. */
    private static @Nullable Object bound(@Nullable Object value) {
        if (value instanceof String text) {
            return JdbcCodec.requireText(text, H2Dialect.NAME);
        }
        if (value instanceof LocalTime time) {
            return time.truncatedTo(ChronoUnit.MICROS);
        }
        if (value instanceof LocalDateTime moment) {
            return moment.truncatedTo(ChronoUnit.MICROS);
        }
        return value instanceof OffsetDateTime moment
                ? moment.withOffsetSameInstant(ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS)
                : value;
    }

    private static List<@Nullable Object> list(@Nullable Object[] values) {
        List<@Nullable Object> list = new ArrayList<>(Arrays.asList(values));
        list.replaceAll(value -> value instanceof BigDecimal number ? H2Codecs.plain(number) : value);
        return Collections.unmodifiableList(list);
    }
}
