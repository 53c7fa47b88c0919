// SPDX-License-Identifier: Apache-2.0

/**
 * What H2, from version 2.5 on, writes and reads its own way; all else is the standard's, in {@link io.aludel.core.dialect}. Read {@link
 * io.aludel.dialects.h2.H2Dialect} first: it names the parts. Every name is quoted here, as H2 would fold a bare one to upper case or to lower
 * case by a setting of the database. Nothing here knows another database, opens a connection, or needs the driver to compile. All is safe to share
 * between threads but for the renderer and the reader of a schema, which are made for one use.
 */
@NullMarked
package io.aludel.dialects.h2;

import org.jspecify.annotations.NullMarked;
