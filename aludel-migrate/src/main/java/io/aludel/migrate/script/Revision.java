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

    /**
     * Names of the branch that begins here, for {@code pets@head} and the like. Revisions that stand on this one are of that branch without
     * saying so. A letter, then letters, digits, {@code _}, {@code .} or {@code /}.
     */
    String[] labels() default {};

    /** Ids or labels of revisions of other branches that must be applied before this one, which does not stand on them. */
    String[] dependsOn() default {};

    /** Ids of revisions whose work this one does. It counts in their place, but where a database has only some of them. */
    String[] replaces() default {};
}
