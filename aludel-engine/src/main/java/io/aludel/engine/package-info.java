// SPDX-License-Identifier: Apache-2.0
/**
 * Connections, transactions, statements and rows. A DSN, a JDBC URL or a data source comes in; rendered statements and rows of values go
 * through. Read {@link io.aludel.engine.Engine} first (shared between threads), then {@link io.aludel.engine.EngineConnection} (one
 * thread at a time), then {@link io.aludel.engine.DdlRunner}, by which schemas are changed. Nothing here knows a database or an entity:
 * what differs is asked of the dialect, which is found by {@link java.util.ServiceLoader}. Everything that fails is an {@link
 * io.aludel.engine.EngineException}, and no text shows a password.
 */
@NullMarked
package io.aludel.engine;

import org.jspecify.annotations.NullMarked;
