// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.script;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says that a revision may do what {@code aludel lint} warns of, and why: {@code @Allow(code = "LINT-001", reason = "moved to the archive")}. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Repeatable(Allow.All.class)
public @interface Allow {
    /** What is allowed: {@code LINT-001}, as docs/lint.md has it. */
    String code();

    /** Why it does no harm here, for whoever reads the script. */
    String reason();

    /** Several of them. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE)
    @interface All {
        Allow[] value();
    }
}
