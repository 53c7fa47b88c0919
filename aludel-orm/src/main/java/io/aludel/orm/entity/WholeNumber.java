// SPDX-License-Identifier: Apache-2.0
package io.aludel.orm.entity;

import java.util.Set;

/** Whole numbers in the Java type that an attribute has. */
public final class WholeNumber {
    private static final Set<Class<?>> TYPES = Set.of(Long.class, Integer.class, Short.class);

    private WholeNumber() {}

    /** Whether it is one of the wrappers of whole numbers. */
    public static boolean is(Class<?> javaType) {
        return TYPES.contains(javaType);
    }

    /**
     * The number as that type.
     *
     * @throws ArithmeticException if it does not fit
     */
    public static Object of(long number, Class<?> javaType) {
        if (javaType == Long.class) {
            return number;
        }
        int small = Math.toIntExact(number);
        if (javaType == Integer.class) {
            return small;
        }
        if (javaType == Short.class && small == (short) small) {
            return (short) small;
        }
        throw new ArithmeticException(number + " is no " + javaType.getSimpleName());
    }
}
