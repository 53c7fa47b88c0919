// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.parse;

import io.aludel.core.expr.Value;
import io.aludel.core.type.BasicType;
import io.aludel.core.type.ConvertedType;
import io.aludel.core.type.ValueType;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.temporal.Temporal;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Literals as values, and values in the type of the column that they are compared with. */
final class Constants {
    private static final BigDecimal INT_MIN = BigDecimal.valueOf(Integer.MIN_VALUE);
    private static final BigDecimal INT_MAX = BigDecimal.valueOf(Integer.MAX_VALUE);
    private static final BigDecimal LONG_MIN = BigDecimal.valueOf(Long.MIN_VALUE);
    private static final BigDecimal LONG_MAX = BigDecimal.valueOf(Long.MAX_VALUE);

    private Constants() {}

    static Value number(Token token) {
        String text = token.value();
        if (text.startsWith("0x") || text.startsWith("0X") || text.indexOf('_') >= 0) {
            throw new SqlTextException("Not every database knows the number \"" + text + "\"", token.start());
        }
        try {
            BigDecimal number = new BigDecimal(text);
            if (Math.abs((long) number.scale()) > 400) {
                throw new SqlTextException("The number \"" + text + "\" is out of range", token.start());
            }
            return number(number);
        } catch (NumberFormatException e) {
            throw new SqlTextException("\"" + text + "\" is no number", token.start());
        }
    }

    /** In the narrowest of integer, long, decimal; the scale as it was written. */
    static Value number(BigDecimal number) {
        if (number.scale() == 0 && between(number, INT_MIN, INT_MAX)) {
            return new Value(number.intValueExact(), ValueType.INTEGER);
        }
        if (number.scale() == 0 && between(number, LONG_MIN, LONG_MAX)) {
            return new Value(number.longValueExact(), ValueType.LONG);
        }
        return new Value(number, ValueType.DECIMAL);
    }

    static Value negated(Value value) {
        return number(decimal(value.value()).negate());
    }

    static byte[] bytes(String hexadecimal) {
        return HexFormat.of().parseHex(hexadecimal);
    }

    /** {@code date '2026-11-20'} and its kin. */
    static Value typed(String word, String text, int position) {
        ValueType<?> type = switch (word) {
            case "date" -> ValueType.LOCAL_DATE;
            case "time" -> ValueType.LOCAL_TIME;
            case "timestamp" -> ValueType.LOCAL_DATE_TIME;
            default -> throw new SqlTextException("\"" + word + "\" before a text is not understood", position);
        };
        Value value = of(text, (BasicType<?>) type);
        if (value == null) {
            throw new SqlTextException("'" + text + "' is no " + word + " in ISO form", position);
        }
        return value;
    }

    /**
     * The same value in another type; null where there is none that is surely the same.
     *
     * @param type a converted type counts as what it is stored as
     */
    static @Nullable Value in(Value value, ValueType<?> type) {
        if (type instanceof ConvertedType<?, ?> converted) {
            return of(value.value(), converted.stored());
        }
        return type instanceof BasicType<?> basic ? of(value.value(), basic) : null;
    }

    private static @Nullable Value of(Object value, BasicType<?> type) {
        try {
            Object converted = convert(value, type.javaType());
            return converted == null ? null : new Value(converted, type);
        } catch (DateTimeException | IllegalArgumentException | ArithmeticException e) {
            return null; // the text or number is not of that type, which is the answer
        }
    }

    private static @Nullable Object convert(Object value, Class<?> target) {
        if (target.isInstance(value)) {
            return value;
        }
        if (value instanceof Number) {
            return numeric(decimal(value), target);
        }
        return value instanceof String text ? fromText(text, target) : null;
    }

    private static @Nullable Object numeric(BigDecimal number, Class<?> target) {
        if (target == Boolean.class) {
            return number.equals(BigDecimal.ONE) ? Boolean.TRUE : number.equals(BigDecimal.ZERO) ? Boolean.FALSE : null;
        }
        if (target == Short.class) {
            return number.shortValueExact();
        }
        if (target == Integer.class) {
            return number.intValueExact();
        }
        if (target == Long.class) {
            return number.longValueExact();
        }
        if (target == BigDecimal.class) {
            return number;
        }
        if (target == Double.class) {
            double nearest = number.doubleValue();
            return Double.isInfinite(nearest) ? null : (Object) nearest;
        }
        if (target == Float.class) {
            float nearest = number.floatValue();
            return Float.isInfinite(nearest) ? null : (Object) nearest;
        }
        return null;
    }

    /** Only the canonical form, since a database that keeps such values as text would not find another one equal. */
    private static @Nullable Object fromText(String text, Class<?> target) {
        if (target == UUID.class) {
            UUID uuid = UUID.fromString(text);
            return uuid.toString().equalsIgnoreCase(text) ? uuid : null;
        }
        Temporal read = temporal(text.length() > 10 && text.charAt(10) == ' ' ? withT(text) : text, target);
        return read;
    }

    private static @Nullable Temporal temporal(String text, Class<?> target) {
        if (target == LocalDate.class) {
            return LocalDate.parse(text);
        }
        if (target == LocalTime.class) {
            return LocalTime.parse(text);
        }
        if (target == LocalDateTime.class) {
            return LocalDateTime.parse(text);
        }
        if (target == OffsetDateTime.class) {
            return OffsetDateTime.parse(text);
        }
        return target == Instant.class ? OffsetDateTime.parse(text).toInstant() : null;
    }

    private static String withT(String text) {
        return text.substring(0, 10) + "T" + text.substring(11);
    }

    private static BigDecimal decimal(Object number) {
        return number instanceof BigDecimal decimal ? decimal : new BigDecimal(number.toString());
    }

    private static boolean between(BigDecimal number, BigDecimal low, BigDecimal high) {
        return number.compareTo(low) >= 0 && number.compareTo(high) <= 0;
    }
}
