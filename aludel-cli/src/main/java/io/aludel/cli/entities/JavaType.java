// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli.entities;

import io.aludel.core.type.StandardType;
import io.aludel.core.type.TypeKind;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The type of an attribute.
 *
 * @param name the class, with its package; {@code byte[]} for bytes
 * @param primitive what it is where there is no NULL; null where that is the same
 * @param kind the column that the mapping gives it
 */
record JavaType(String name, @Nullable String primitive, TypeKind kind) {
    static final JavaType TEXT = new JavaType("java.lang.String", null, TypeKind.VARCHAR);
    static final JavaType BYTES = new JavaType("byte[]", null, TypeKind.BINARY);
    static final JavaType BOOLEAN = new JavaType("java.lang.Boolean", "boolean", TypeKind.BOOLEAN);
    static final JavaType SHORT = new JavaType("java.lang.Short", "short", TypeKind.SMALLINT);
    static final JavaType INTEGER = new JavaType("java.lang.Integer", "int", TypeKind.INTEGER);
    static final JavaType LONG = new JavaType("java.lang.Long", "long", TypeKind.BIGINT);
    static final JavaType BIG_INTEGER = new JavaType(BigInteger.class.getName(), null, TypeKind.DECIMAL);
    static final JavaType DECIMAL = new JavaType(BigDecimal.class.getName(), null, TypeKind.DECIMAL);
    static final JavaType FLOAT = new JavaType("java.lang.Float", "float", TypeKind.REAL);
    static final JavaType DOUBLE = new JavaType("java.lang.Double", "double", TypeKind.DOUBLE);
    static final JavaType DATE = new JavaType(LocalDate.class.getName(), null, TypeKind.DATE);
    static final JavaType TIME = new JavaType(LocalTime.class.getName(), null, TypeKind.TIME);
    static final JavaType TIMESTAMP = new JavaType(LocalDateTime.class.getName(), null, TypeKind.TIMESTAMP);
    static final JavaType MOMENT = new JavaType(Instant.class.getName(), null, TypeKind.TIMESTAMP_TZ);
    static final JavaType UNIQUE = new JavaType(UUID.class.getName(), null, TypeKind.UUID);
    static final JavaType JSON = new JavaType("io.aludel.core.type.Json", null, TypeKind.JSON);

    JavaType {
        Objects.requireNonNull(name, "name");
    }

    /** The one for a type that every database has. */
    static JavaType of(StandardType type) {
        return switch (type.kind()) {
            case BOOLEAN -> BOOLEAN;
            case SMALLINT -> SHORT;
            case INTEGER -> INTEGER;
            case BIGINT -> LONG;
            case DECIMAL -> DECIMAL;
            case REAL -> FLOAT;
            case DOUBLE -> DOUBLE;
            case CHAR, VARCHAR, TEXT -> TEXT;
            case BINARY -> BYTES;
            case DATE -> DATE;
            case TIME -> TIME;
            case TIMESTAMP -> TIMESTAMP;
            case TIMESTAMP_TZ -> MOMENT;
            case UUID -> UNIQUE;
            case JSON -> JSON;
        };
    }

    boolean isText() {
        return equals(TEXT);
    }

    boolean isInteger() {
        return equals(SHORT) || equals(INTEGER) || equals(LONG);
    }

    /** Whether equal ones are told by {@code equals}, as identifiers must be. */
    boolean canIdentify() {
        return !equals(BYTES) && !equals(FLOAT) && !equals(DOUBLE);
    }
}
