// SPDX-License-Identifier: Apache-2.0
/**
 * What a database must know to take part: the contract of a dialect, in parts that are filled in, and the standard renderer and DDL
 * that a dialect overrides where its database differs. Read {@link io.aludel.core.dialect.Dialect} first; it names the parts. A
 * dialect opens no connection: what it must ask, it asks through a {@link io.aludel.core.dialect.CatalogReader}. All parts are safe to
 * share between threads but for {@link io.aludel.core.dialect.SqlRenderer}, which is made anew for each statement.
 */
@NullMarked
package io.aludel.core.dialect;

import org.jspecify.annotations.NullMarked;
