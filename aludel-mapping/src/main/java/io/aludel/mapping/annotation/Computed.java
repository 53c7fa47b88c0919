// SPDX-License-Identifier: Apache-2.0
package io.aludel.mapping.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A column that the database computes of others of its row: {@code @Computed("price * pieces")}. A session reads it, and never writes it. */
@Documented
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Computed {
    /** SQL over the names of columns. */
    String value();

    /** Computed when the row is written, otherwise when it is read; not every database has both. */
    boolean stored() default true;
}
