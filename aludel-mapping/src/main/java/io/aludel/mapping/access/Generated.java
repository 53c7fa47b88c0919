// SPDX-License-Identifier: Apache-2.0
package io.aludel.mapping.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Written by our processor, not by hand; tools that measure coverage leave such classes out. The JDK's own annotation of this name lies in a
 * module that users' modules need not require, and code that names it there would not compile.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface Generated {}
