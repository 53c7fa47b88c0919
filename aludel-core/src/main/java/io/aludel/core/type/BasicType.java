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

    /** The same Java type in another column type: text as {@code varchar(40)}. */
    public BasicType<T> as(SqlType other) {
        return new BasicType<>(javaType, other);
    }
}
