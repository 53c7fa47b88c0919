// SPDX-License-Identifier: Apache-2.0
package io.aludel.mapping.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How the database numbers rows: at an identifier with {@code GenerationType.IDENTITY}, where it does not count 1, 2, 3; or at another attribute, which a
 * session then reads and never writes. Where a database has no such options, it is a plain identity.
 */
@Documented
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Identity {
    /** Whether the database refuses numbers that an insert gives. */
    boolean always() default false;

    /** As SQL would say it: {@code start with 100}, {@code increment by 10}, {@code minvalue 1}, {@code maxvalue 999}, {@code cache 20}, {@code cycle}. */
    String options() default "";
}
