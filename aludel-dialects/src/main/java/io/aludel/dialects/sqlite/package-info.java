// SPDX-License-Identifier: Apache-2.0

/**
 * What SQLite writes and reads its own way. {@link io.aludel.dialects.sqlite.SqliteDialect} names the parts. Three things are unlike any
 * other database: text is matched by {@code glob}, because {@code like} and {@code lower} are blind for case in opposite ways ({@code
 * SqliteExpressions}); values are numbers and ISO text, because there are no dates, decimals or UUIDs ({@code SqliteText}, {@code
 * SqliteDecimals}); and a table is rebuilt for what {@code alter table} cannot do ({@code SqliteRebuild}), which is safe only as {@link
 * io.aludel.core.dialect.RebuildProtocol} says. The schema is read from pragmas, and from the statements that SQLite keeps where no pragma
 * tells ({@code CreateStatementReader}).
 */
@NullMarked
package io.aludel.dialects.sqlite;

import org.jspecify.annotations.NullMarked;
