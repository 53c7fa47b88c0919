// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.type;

import java.util.Objects;

/**
 * A Java type that every dialect binds and reads itself: the classes that {@link ValueType} has constants for, with any column type that
 * holds them.
 */
public record BasicType<T>(Class<T> javaType, SqlType sqlType) implements ValueType<T> {
    public BasicType {
        Objects.requireNonNull(javaType, "javaType");
        Objects.requireNonNull(sqlType, "sqlType");
    }

    /**
     * The usual Java type for a column: {@code Long} for {@code bigint}, {@code OffsetDateTime} for a moment, {@code String} for all that is none of
     * our own kinds, a {@code List} for an array.
     */
    public static BasicType<?> forColumn(SqlType type) {
        if (type instanceof ArrayType) {
            return ListTypes.basic(type);
        }
        if (!(type instanceof StandardType standard)) {
            return type instanceof VariantType variant
                    ? forColumn(variant.general()).as(type)
                    : ValueType.STRING.as(type);
        }
        BasicType<?> basic = switch (standard.kind()) {
            case BOOLEAN -> ValueType.BOOLEAN;
            case SMALLINT -> ValueType.SHORT;
            case INTEGER -> ValueType.INTEGER;
            case BIGINT -> ValueType.LONG;
            case DECIMAL -> ValueType.DECIMAL;
            case REAL -> ValueType.FLOAT;
            case DOUBLE -> ValueType.DOUBLE;
            case CHAR, VARCHAR, TEXT, JSON -> ValueType.STRING;
            case BINARY -> ValueType.BYTES;
            case DATE -> ValueType.LOCAL_DATE;
            case TIME -> ValueType.LOCAL_TIME;
            case TIMESTAMP -> ValueType.LOCAL_DATE_TIME;
            case TIMESTAMP_TZ -> ValueType.OFFSET_DATE_TIME;
            case UUID -> ValueType.UUID;
        };
        return basic.as(type);
    }

    /** Written out for the reason that {@link StandardType#hashCode} gives. */
    @Override
    public int hashCode() {
        return 31 * sqlType.hashCode() + javaType.hashCode();
    }

    /** The same Java type in another column type: text as {@code varchar(40)}. */
    public BasicType<T> as(SqlType other) {
        return new BasicType<>(javaType, other);
    }
}
