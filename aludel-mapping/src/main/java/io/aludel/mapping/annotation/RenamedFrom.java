// SPDX-License-Identifier: Apache-2.0
package io.aludel.mapping.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What the table of an entity, or the column of an attribute, was called before: {@code @RenamedFrom("pet")}. A migration that is written then renames
 * it, where it would drop the old one and add a new one. Once that has happened the annotation has no effect, and may go when every database is there.
 */
@Documented
@Target({ElementType.FIELD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface RenamedFrom {
    /** The former name in the database, without a schema. */
    String value();
}
