// SPDX-License-Identifier: Apache-2.0
package io.aludel.mapping.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A record that queries make. For {@code @Projection record Rating(String student, BigDecimal average)} the processor writes {@code
 * QRating.of(student, average)}, which takes an expression for each component and selects such records.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface Projection {}
