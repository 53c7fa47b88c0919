// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.type;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/**
 * Which Java value stands for a column's value. There are three: a {@link BasicType} that dialects bind and read themselves, a
 * {@link ConvertedType} that is stored as one of those (an enum by its name), and an {@link AttributeType} that only the mapping
 * knows, which has been replaced by one of the others before anything is rendered.
 *
 * @param <T> the Java type; wrappers, never primitives
 */
public sealed interface ValueType<T> permits BasicType, ConvertedType, AttributeType {
    BasicType<Boolean> BOOLEAN = new BasicType<>(Boolean.class, SqlType.bool());
    BasicType<Short> SHORT = new BasicType<>(Short.class, SqlType.smallint());
    BasicType<Integer> INTEGER = new BasicType<>(Integer.class, SqlType.integer());
    BasicType<Long> LONG = new BasicType<>(Long.class, SqlType.bigint());
    BasicType<Float> FLOAT = new BasicType<>(Float.class, SqlType.real());
    BasicType<Double> DOUBLE = new BasicType<>(Double.class, SqlType.doublePrecision());
    /** A decimal of no particular precision: a value on its way into a statement, or a computed average. */
    BasicType<BigDecimal> DECIMAL = new BasicType<>(
            BigDecimal.class, new StandardType(TypeKind.DECIMAL, StandardType.UNSPECIFIED, StandardType.UNSPECIFIED));

    BasicType<String> STRING = new BasicType<>(String.class, SqlType.text());
    BasicType<byte[]> BYTES = new BasicType<>(byte[].class, SqlType.binary());
    BasicType<LocalDate> LOCAL_DATE = new BasicType<>(LocalDate.class, SqlType.date());
    BasicType<LocalTime> LOCAL_TIME = new BasicType<>(LocalTime.class, SqlType.time());
    BasicType<LocalDateTime> LOCAL_DATE_TIME = new BasicType<>(LocalDateTime.class, SqlType.timestamp());
    BasicType<OffsetDateTime> OFFSET_DATE_TIME = new BasicType<>(OffsetDateTime.class, SqlType.timestampWithTimeZone());
    BasicType<Instant> INSTANT = new BasicType<>(Instant.class, SqlType.timestampWithTimeZone());
    BasicType<UUID> UUID = new BasicType<>(UUID.class, SqlType.uuid());

    /**
     * A length of time as whole microseconds in a {@code bigint}, on every database: so it is exact, and compared, added and summed as numbers are.
     * What is finer is cut off; more than 292,000 years is refused.
     */
    ConvertedType<Duration, Long> DURATION = new ConvertedType<>(Duration.class, LONG, Microseconds.INSTANCE);

    /**
     * A quotient or an average: as many digits as every database computes of it, 15, the last one rounded half away from zero, without zeros at the end.
     */
    ConvertedType<BigDecimal, BigDecimal> QUOTIENT =
            new ConvertedType<>(BigDecimal.class, DECIMAL, FifteenDigits.INSTANCE);

    /** A JSON document; equal documents are equal everywhere, see {@link Json}. */
    ConvertedType<Json, String> JSON = new ConvertedType<>(Json.class, STRING.as(SqlType.json()), new Conversion<>() {
        @Override
        public String toStored(Json value) {
            return value.text();
        }

        @Override
        public Json fromStored(String stored) {
            return Json.of(stored);
        }
    });

    /** A list of values of this type, in a column that is an array. A null in it is SQL's NULL. */
    static <E> ValueType<List<E>> listOf(ValueType<E> element) {
        return ListTypes.of(element);
    }

    Class<T> javaType();

    /** The column type that holds the value. */
    SqlType sqlType();
}
