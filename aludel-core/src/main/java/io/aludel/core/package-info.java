// SPDX-License-Identifier: Apache-2.0
/**
 * The ground floor: names, types, expressions and statements, schema objects, and the contract of a dialect. All of it is
 * data; nothing here opens a connection. Read {@link io.aludel.core.schema} for what a database holds, {@link
 * io.aludel.core.expr} for what a statement is made of, {@link io.aludel.core.query} for how Java code writes one, and
 * {@link io.aludel.core.dialect} for what a database must know to speak them.
 */
@NullMarked
package io.aludel.core;

import org.jspecify.annotations.NullMarked;
