// SPDX-License-Identifier: Apache-2.0
package io.aludel.mapping.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An enum that is a type of its own in databases that have such, {@code create type mood as enum (…)}; elsewhere it is text. At the enum, or at an attribute
 * of it, which is {@code @Enumerated(STRING)} or has an {@code @EnumeratedValue} of text.
 */
@Documented
@Target({ElementType.FIELD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface DatabaseEnum {
    /** The name of the type. */
    String name();

    /** The schema of the type; empty for the connection's own. */
    String schema() default "";

    /** The values in the database's order; the constants' names where it is empty. To be said where the enum has an {@code @EnumeratedValue}. */
    String[] labels() default {};
}
