// SPDX-License-Identifier: Apache-2.0
package io.aludel.mapping.convert;

import io.aludel.core.type.BasicType;
import io.aludel.core.type.Conversion;
import io.aludel.core.type.ConvertedType;
import io.aludel.core.type.ValueType;
import io.aludel.mapping.model.AttributeModel;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Year;
import java.util.function.Function;

/** The type that an attribute's values are bound and read with. */
public final class AttributeTypes {
    private AttributeTypes() {}

    /**
     * The attribute's type.
     *
     * @param declared the class of its field, as the model names it
     */
    public static ValueType<?> of(AttributeModel attribute, Class<?> declared) {
        BasicType<?> stored = BasicTypes.stored(attribute);
        return switch (attribute.storage()) {
            case BASIC -> stored;
            case CONVERTED -> converted(attribute.javaType(), stored);
            case ENUM_NAME, ENUM_ORDINAL, ENUM_VALUE -> EnumConversions.of(attribute, declared, stored);
        };
    }

    private static ValueType<?> converted(String javaType, BasicType<?> stored) {
        return switch (javaType) {
            case "char", "java.lang.Character" ->
                type(Character.class, stored, String.class, String::valueOf, AttributeTypes::character);
            case "byte", "java.lang.Byte" ->
                type(Byte.class, stored, Short.class, Byte::shortValue, AttributeTypes::smallNumber);
            case "java.math.BigInteger" ->
                type(BigInteger.class, stored, BigDecimal.class, BigDecimal::new, BigDecimal::toBigIntegerExact);
            case "java.time.Year" -> type(Year.class, stored, Integer.class, Year::getValue, Year::of);
            default -> throw new IllegalArgumentException("No conversion is known for " + javaType + ".");
        };
    }

    private static Character character(String text) {
        if (text.length() != 1) {
            throw new IllegalArgumentException(
                    "The column holds a text of " + text.length() + " characters where a char has exactly one.");
        }
        return text.charAt(0);
    }

    private static Byte smallNumber(Short number) {
        if (number.byteValue() != number) {
            throw new IllegalArgumentException("The column holds " + number + " where a byte has -128 to 127.");
        }
        return number.byteValue();
    }

    @SuppressWarnings("unchecked") // each call names the class that BasicTypes has for this type
    static <T, S> ConvertedType<T, S> type(
            Class<T> javaType, BasicType<?> stored, Class<S> storedAs, Function<T, S> to, Function<S, T> from) {
        if (stored.javaType() != storedAs) {
            throw new IllegalArgumentException(javaType + " is stored as " + storedAs + ", not " + stored.javaType());
        }
        return new ConvertedType<>(javaType, (BasicType<S>) stored, new Both<>(to, from));
    }

    private record Both<T, S>(Function<T, S> to, Function<S, T> from) implements Conversion<T, S> {
        @Override
        public S toStored(T value) {
            return to.apply(value);
        }

        @Override
        public T fromStored(S stored) {
            return from.apply(stored);
        }
    }
}
