// SPDX-License-Identifier: Apache-2.0
package io.aludel.mapping.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What the database writes into a column that an insert does not name, as SQL: {@code 0}, {@code 'new'}, {@code true}, {@code
 * current_timestamp}. It is for rows that others insert; a session names every column that is insertable.
 */
@Documented
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface DefaultValue {
    String value();
}
