// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.type;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Types of lists, which are stored as arrays of the usual Java type for their elements' column. */
final class ListTypes {
    private ListTypes() {}

    static <E> ValueType<List<E>> of(ValueType<E> element) {
        if (element instanceof ConvertedType<E, ?> converted) {
            return converted(converted);
        }
        if (element instanceof BasicType<E> basic) {
            return basic.javaType() == Instant.class ? moments(basic) : ListTypes.<E>list(basic.sqlType());
        }
        throw new IllegalArgumentException("The type of the elements, " + element + ", is not resolved.");
    }

    /** The list of what the elements' column is usually read as. */
    static BasicType<?> basic(SqlType array) {
        return new BasicType<>(List.class, array);
    }

    private static <E> BasicType<List<E>> list(SqlType element) {
        return new BasicType<>(ListTypes.<E>listClass(), SqlType.array(element));
    }

    @SuppressWarnings("unchecked") // a class has no type arguments
    private static <E> Class<List<E>> listClass() {
        return (Class<List<E>>) (Class<?>) List.class;
    }

    private static <E, S> ValueType<List<E>> converted(ConvertedType<E, S> element) {
        Conversion<E, S> each = element.conversion();
        return new ConvertedType<>(
                ListTypes.<E>listClass(),
                ListTypes.<S>list(element.sqlType()),
                new EachConverted<>(each::toStored, each::fromStored));
    }

    @SuppressWarnings("unchecked") // asked for instants only
    private static <E> ValueType<List<E>> moments(BasicType<E> element) {
        ConvertedType<List<Instant>, List<OffsetDateTime>> moments = new ConvertedType<>(
                ListTypes.<Instant>listClass(),
                ListTypes.<OffsetDateTime>list(element.sqlType()),
                new EachConverted<>(moment -> moment.atOffset(ZoneOffset.UTC), OffsetDateTime::toInstant));
        return (ValueType<List<E>>) (ValueType<?>) moments;
    }

    private record EachConverted<E, S>(Function<E, S> to, Function<S, E> from) implements Conversion<List<E>, List<S>> {
        @Override
        public List<S> toStored(List<E> value) {
            return each(value, to);
        }

        @Override
        public List<E> fromStored(List<S> stored) {
            return each(stored, from);
        }

        private static <A, B> List<B> each(List<A> values, Function<A, B> function) {
            List<@Nullable B> result = new ArrayList<>(values.size());
            for (A value : values) {
                result.add(value == null ? null : function.apply(value));
            }
            return Collections.unmodifiableList(result);
        }
    }
}
