// SPDX-License-Identifier: Apache-2.0
package io.aludel.mapping.convert;

import io.aludel.core.type.BasicType;
import io.aludel.core.type.Conversion;
import io.aludel.core.type.ConvertedType;
import io.aludel.mapping.model.AttributeModel;
import io.aludel.mapping.model.ConverterModel;
import io.aludel.mapping.problem.MappingException;
import jakarta.persistence.AttributeConverter;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.util.Map;
import java.util.Objects;

/** A converter of the user's. It is never given null, which is NULL, and makes none; one instance serves all threads. */
record UserConversion<T, S>(String name, AttributeConverter<T, S> converter) implements Conversion<T, S> {
    private static final Map<Class<?>, Class<?>> BOXES = Map.of(
            boolean.class, Boolean.class,
            byte.class, Byte.class,
            short.class, Short.class,
            char.class, Character.class,
            int.class, Integer.class,
            long.class, Long.class,
            float.class, Float.class,
            double.class, Double.class);

    @SuppressWarnings("unchecked") // the mapping's rules have compared the converter's types with these
    static <T, S> ConvertedType<T, S> type(AttributeModel attribute, Field field, BasicType<?> stored) {
        ConverterModel model = Objects.requireNonNull(attribute.converter());
        Class<T> type = (Class<T>) BOXES.getOrDefault(field.getType(), field.getType());
        AttributeConverter<T, S> converter = (AttributeConverter<T, S>) made(model.className(), field);
        return new ConvertedType<>(type, (BasicType<S>) stored, new UserConversion<>(model.className(), converter));
    }

    private static AttributeConverter<?, ?> made(String className, Field field) {
        try {
            Class<?> type =
                    Class.forName(className, true, field.getDeclaringClass().getClassLoader());
            Constructor<?> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return (AttributeConverter<?, ?>) constructor.newInstance();
        } catch (ReflectiveOperationException | RuntimeException e) {
            throw new MappingException(
                    "The converter " + className + " of "
                            + field.getDeclaringClass().getName() + "." + field.getName() + " cannot be made: " + e
                            + ". In a module, open its package to io.aludel.mapping.",
                    e);
        }
    }

    @Override
    public S toStored(T value) {
        S stored = converter.convertToDatabaseColumn(value);
        if (stored == null) {
            throw new IllegalArgumentException(
                    "The converter " + name + " makes null of a value; a value that is null is NULL without its help.");
        }
        return stored;
    }

    @Override
    public T fromStored(S stored) {
        T value = converter.convertToEntityAttribute(stored);
        if (value == null) {
            throw new IllegalArgumentException("The converter " + name + " makes null of what the column holds.");
        }
        return value;
    }
}
