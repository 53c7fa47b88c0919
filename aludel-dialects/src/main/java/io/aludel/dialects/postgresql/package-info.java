// SPDX-License-Identifier: Apache-2.0

/**
 * What PostgreSQL, from version 14 on, and the other {@link io.aludel.dialects.postgresql.Server}s of its language write and read their own way; all
 * else is the standard's, in {@link io.aludel.core.dialect}. Read {@link io.aludel.dialects.postgresql.PostgresDialect} first: it names the parts.
 * The catalogue's queries are in {@code PostgresCatalog}, {@code PostgresTableCatalog} and {@code PostgresObjectCatalog}, their rows are put together
 * by {@code PostgresSchemaReader}; how a scratch place within the live database works is told in {@code PostgresScratch}. Nothing here
 * knows another database, opens a connection, or needs the driver to compile. All is safe to share between threads but for the renderer, the reader
 * and the names of a scratch place, which are made for one use.
 */
@NullMarked
package io.aludel.dialects.postgresql;

import org.jspecify.annotations.NullMarked;
