// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.type;

import java.util.Objects;

/**
 * A Java type that is stored as a basic one.
 *
 * @param <T> the Java type that programs see
 * @param <S> the basic Java type that is bound and read
 */
public record ConvertedType<T, S>(Class<T> javaType, BasicType<S> stored, Conversion<T, S> conversion)
        implements ValueType<T> {
    public ConvertedType {
        Objects.requireNonNull(javaType, "javaType");
        Objects.requireNonNull(stored, "stored");
        Objects.requireNonNull(conversion, "conversion");
    }

    @Override
    public SqlType sqlType() {
        return stored.sqlType();
    }

    /** The basic value that is bound for this one. */
    public S toStored(Object value) {
        return conversion.toStored(javaType.cast(value));
    }
}
