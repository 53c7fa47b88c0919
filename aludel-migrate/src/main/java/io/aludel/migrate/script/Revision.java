// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.script;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says which revision a {@link Migration} is, and on which it stands. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Revision {
    /** Twelve hexadecimal digits, lower case; never changed once applied anywhere. */
    String id();

    /** The revision before this one; none for the first, several where branches meet. */
    String[] parent() default {};
}
