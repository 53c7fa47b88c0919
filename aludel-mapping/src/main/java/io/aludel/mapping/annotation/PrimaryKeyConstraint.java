// SPDX-License-Identifier: Apache-2.0
package io.aludel.mapping.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What the primary key of the entity's table is called in the database, where the usual name ({@code pk_grades}) is not the one. */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface PrimaryKeyConstraint {
    /** The constraint's name; empty for the usual one. */
    String name() default "";

    /** As SQL would say it: {@code include (a, b)}, {@code deferrable}, {@code initially deferred}. */
    String options() default "";
}
