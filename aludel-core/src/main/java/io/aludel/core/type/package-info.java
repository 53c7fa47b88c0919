// SPDX-License-Identifier: Apache-2.0
/**
 * The types of columns and values. {@link io.aludel.core.type.SqlType} says what a column holds in the database, {@link
 * io.aludel.core.type.ValueType} which Java value stands for it, {@link io.aludel.core.type.Codec} how that value is bound to
 * and read from JDBC (each dialect gives its own). Nothing here knows a database.
 */
@NullMarked
package io.aludel.core.type;

import org.jspecify.annotations.NullMarked;
