// SPDX-License-Identifier: Apache-2.0
package io.aludel.mapping.model;

import java.util.Set;

/** How an attribute's values are stored. */
public enum Storage {
    /** As one of the classes that {@code ValueType} has constants for. */
    BASIC,
    /** A close relative of one of those, converted both ways without loss: {@code char}, {@code BigInteger}, {@code Year}, … */
    CONVERTED,
    /** A list of values that are stored in one of these ways, in an array. */
    LIST,
    /** As a converter of the user's makes it. */
    CONVERTER,
    /** An enum by its constant's name. */
    ENUM_NAME,
    /** An enum by its constant's place, from 0. */
    ENUM_ORDINAL,
    /** An enum by the value of its field that has {@code @EnumeratedValue}. */
    ENUM_VALUE;

    private static final Set<String> PRIMITIVES =
            Set.of("boolean", "byte", "short", "char", "int", "long", "float", "double");

    static boolean isPrimitive(String javaType) {
        return PRIMITIVES.contains(javaType);
    }
}
