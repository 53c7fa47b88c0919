// SPDX-License-Identifier: Apache-2.0
/**
 * The classes that are written for an entity or a projection, one writer each: {@link io.aludel.processor.generate.QueryClass}, {@link
 * io.aludel.processor.generate.CompanionClass}, {@link io.aludel.processor.generate.LazyReferenceClass}, {@link
 * io.aludel.processor.generate.ProjectionClass}. Each gives text; {@link io.aludel.processor.AludelProcessor} decides what is
 * written and saves it. By then the rules have been checked: a writer reports nothing.
 */
@NullMarked
package io.aludel.processor.generate;

import org.jspecify.annotations.NullMarked;
