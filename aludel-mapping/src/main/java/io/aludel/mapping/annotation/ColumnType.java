// SPDX-License-Identifier: Apache-2.0
package io.aludel.mapping.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The column's type on one database, in that database's own words: {@code @ColumnType(on = "postgresql", type = "inet")}. On all others it is what it
 * would be without. At an attribute, or at the {@link jakarta.persistence.AttributeConverter} of many attributes.
 *
 * <p>Values travel as what the attribute, or its converter, makes of them; text goes into a column of any type that the database reads from text.
 */
@Documented
@Target({ElementType.FIELD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(ColumnTypes.class)
public @interface ColumnType {
    /** The name of the dialect: {@code postgresql}, {@code mariadb}, {@code h2}, {@code sqlite}. */
    String on();

    /** The type as the database prints it in its own catalogue. */
    String type();
}
