// SPDX-License-Identifier: Apache-2.0
package io.aludel.mapping.annotation;

import io.aludel.core.schema.ForeignKey;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What the database does to this row when the row that a to-one association points at is deleted: {@code
 * @OnDelete(ForeignKey.Action.CASCADE)} deletes it too. Without this annotation the database refuses the deletion.
 */
@Documented
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface OnDelete {
    ForeignKey.Action value();
}
