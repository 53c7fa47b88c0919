// SPDX-License-Identifier: Apache-2.0
package io.aludel.mapping.convert;

import io.aludel.core.type.ArrayType;
import io.aludel.core.type.BasicType;
import io.aludel.core.type.Conversion;
import io.aludel.core.type.ConvertedType;
import io.aludel.core.type.Json;
import io.aludel.core.type.SqlType;
import io.aludel.core.type.ValueType;
import io.aludel.mapping.model.AttributeModel;
import io.aludel.mapping.model.Storage;
import java.lang.reflect.Field;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** The type that an attribute's values are bound and read with. */
public final class AttributeTypes {
    private AttributeTypes() {}

    /**
     * The attribute's type.
     *
     * @param field its field, as the model names it
     */
    public static ValueType<?> of(AttributeModel attribute, Field field) {
        Class<?> declared = field.getType();
        BasicType<?> stored = BasicTypes.stored(attribute);
        return switch (attribute.storage()) {
            case BASIC -> stored;
            case CONVERTED -> converted(attribute.javaType(), stored);
            case LIST -> list(BasicTypes.element(attribute.javaType()), stored.sqlType());
            case CONVERTER -> UserConversion.type(attribute, field, stored);
            case ENUM_NAME, ENUM_ORDINAL, ENUM_VALUE -> EnumConversions.of(attribute, declared, stored);
        };
    }

    private static ValueType<?> list(String element, SqlType array) {
        BasicType<?> basic = BasicTypes.stored(element).orElseThrow().as(((ArrayType) array).element());
        boolean converted = BasicTypes.storage(element).equals(Optional.of(Storage.CONVERTED));
        return converted ? ValueType.listOf(converted(element, basic)) : ValueType.listOf(basic);
    }

    private static ValueType<?> converted(String javaType, BasicType<?> stored) {
        return switch (javaType) {
            case "char", "java.lang.Character" ->
                type(Character.class, stored, String.class, String::valueOf, AttributeTypes::character);
            case "byte", "java.lang.Byte" ->
                type(Byte.class, stored, Short.class, Byte::shortValue, AttributeTypes::smallNumber);
            case "java.math.BigInteger" ->
                type(BigInteger.class, stored, BigDecimal.class, BigDecimal::new, BigDecimal::toBigIntegerExact);
            case "java.time.Duration" ->
                new ConvertedType<>(Duration.class, as(Long.class, stored), ValueType.DURATION.conversion());
            case "io.aludel.core.type.Json" ->
                new ConvertedType<>(Json.class, as(String.class, stored), ValueType.JSON.conversion());
            case "java.time.YearMonth" ->
                type(YearMonth.class, stored, String.class, AttributeTypes::month, YearMonth::parse);
            case "java.time.ZoneId" -> type(ZoneId.class, stored, String.class, ZoneId::getId, ZoneId::of);
            case "java.util.Currency" ->
                type(Currency.class, stored, String.class, Currency::getCurrencyCode, Currency::getInstance);
            case "java.util.Locale" ->
                type(Locale.class, stored, String.class, Locale::toLanguageTag, Locale::forLanguageTag);
            case "java.net.URI" -> type(URI.class, stored, String.class, URI::toString, URI::create);
            case "java.time.Year" -> type(Year.class, stored, Integer.class, Year::getValue, Year::of);
            default -> throw new IllegalArgumentException("No conversion is known for " + javaType + ".");
        };
    }

    /** As text months sort by time only while their years have four digits. */
    private static String month(YearMonth month) {
        if (month.getYear() < 0 || month.getYear() > 9999) {
            throw new IllegalArgumentException("The month " + month + " is outside the years 0000 to 9999.");
        }
        return month.toString();
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

    @SuppressWarnings("unchecked") // BasicTypes has this class for the type
    private static <S> BasicType<S> as(Class<S> storedAs, BasicType<?> stored) {
        if (stored.javaType() != storedAs) {
            throw new IllegalArgumentException("Stored as " + stored.javaType() + ", not " + storedAs);
        }
        return (BasicType<S>) stored;
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
            try {
                return from.apply(stored);
            } catch (DateTimeException e) {
                throw new IllegalArgumentException("The column holds \"" + stored + "\": " + e.getMessage(), e);
            }
        }
    }
}
