// SPDX-License-Identifier: Apache-2.0
package io.aludel.mapping.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A foreign key that no association stands for: one of several columns, one that points at other columns than the identifier, or at a table that is no
 * entity's. The database keeps it; a session does not know it, and so does not write rows in its order.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(ForeignKeyConstraints.class)
public @interface ForeignKeyConstraint {
    /** Columns of the entity's table, in the order of {@link #referencedColumns}. */
    String[] columns();

    /** The table that is pointed at. */
    String table();

    /** The schema of that table; empty for the connection's own. */
    String schema() default "";

    String[] referencedColumns();

    /** The constraint's name; empty for the usual one ({@code fk_grades_student_id}). */
    String name() default "";

    /** As {@link jakarta.persistence.ForeignKey#options()}: {@code on delete cascade}. */
    String options() default "";
}
