// SPDX-License-Identifier: Apache-2.0
package io.aludel.mapping.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says that the SQL in an entity's annotations (checks, defaults, what is computed, expressions and conditions of indexes) is one database's own: {@code
 * @SqlDialect("postgresql")}. It is given to that database as it stands, and the table cannot be made on another.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface SqlDialect {
    /** The name of the dialect: {@code postgresql}, {@code mariadb}, {@code h2}, {@code sqlite}. */
    String value();
}
