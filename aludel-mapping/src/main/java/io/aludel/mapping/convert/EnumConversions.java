// SPDX-License-Identifier: Apache-2.0
package io.aludel.mapping.convert;

import io.aludel.core.type.BasicType;
import io.aludel.core.type.ConvertedType;
import io.aludel.mapping.model.AttributeModel;
import io.aludel.mapping.problem.MappingException;
import jakarta.persistence.EnumeratedValue;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** Enums by name, by place, or by the value of their {@code @EnumeratedValue} field. */
final class EnumConversions {
    private EnumConversions() {}

    static ConvertedType<?, ?> of(AttributeModel attribute, Class<?> type, BasicType<?> stored) {
        return switch (attribute.storage()) {
            case ENUM_NAME -> by(type, stored, Enum::name);
            case ENUM_ORDINAL -> by(type, stored, constant -> (short) constant.ordinal());
            case ENUM_VALUE -> byField(type, stored);
            case BASIC, CONVERTED, CONVERTER, LIST ->
                throw new IllegalArgumentException(attribute.name() + " is no enum.");
        };
    }

    @SuppressWarnings("unchecked") // the key is made from T's constants and has the class of the stored type
    private static <T, S> ConvertedType<T, S> by(Class<T> type, BasicType<?> stored, Function<Enum<?>, Object> key) {
        Map<Object, T> constants = new LinkedHashMap<>();
        for (T constant : type.getEnumConstants()) {
            constants.put(key.apply((Enum<?>) constant), constant);
        }
        Map<Object, T> known = Map.copyOf(constants);
        return AttributeTypes.type(
                type,
                stored,
                (Class<S>) stored.javaType(),
                constant -> (S) key.apply((Enum<?>) constant),
                value -> constant(type, known, value));
    }

    private static <T> T constant(Class<T> type, Map<Object, T> known, Object value) {
        T constant = known.get(value);
        if (constant == null) {
            throw new IllegalArgumentException(
                    "The column holds \"" + value + "\", which is no constant of " + type.getName() + "; known are "
                            + known.keySet().stream().sorted().toList() + ".");
        }
        return constant;
    }

    private static ConvertedType<?, ?> byField(Class<?> type, BasicType<?> stored) {
        Field field = Stream.of(type.getDeclaredFields())
                .filter(candidate -> candidate.isAnnotationPresent(EnumeratedValue.class))
                .findFirst()
                .orElseThrow();
        try {
            field.setAccessible(true);
        } catch (InaccessibleObjectException e) {
            throw new MappingException(
                    "Cannot read " + type.getName() + "." + field.getName()
                            + ": open the package to io.aludel.mapping in " + type.getModule() + "'s module-info.java.",
                    e);
        }
        return by(type, stored, constant -> value(field, constant));
    }

    private static Object value(Field field, Enum<?> constant) {
        try {
            Object value = field.get(constant);
            return value instanceof Number number ? number.intValue() : String.valueOf(value);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e); // it was made accessible
        }
    }
}
