// SPDX-License-Identifier: Apache-2.0

/**
 * What MariaDB, from 10.6 on, and MySQL, from 8.0.19 on, write and read their own way; all else is the standard's, in {@link
 * io.aludel.core.dialect}. Read {@link io.aludel.dialects.mariadb.MariaDbDialect} first: it names the parts. {@link
 * io.aludel.dialects.mariadb.Server} says where the two differ. Names are quoted by backticks and strings escape by backslash, which is what
 * {@code sql_mode} says on every connection of ours; texts compare by code points, blanks at their end included. Nothing here knows another
 * database, opens a connection, or needs the driver to compile. All is safe to share between threads but for the renderer and the reader of a
 * schema, which are made for one use.
 */
@NullMarked
package io.aludel.dialects.mariadb;

import org.jspecify.annotations.NullMarked;
