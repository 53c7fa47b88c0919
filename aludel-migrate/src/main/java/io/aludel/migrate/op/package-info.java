// SPDX-License-Identifier: Apache-2.0

/**
 * Changes to a schema as data. An {@link io.aludel.migrate.op.Operation} is applied to a schema, reversed, and rendered for a dialect;
 * nothing here touches a database. Scripts write operations down through {@link io.aludel.migrate.op.Operations}, with conditions and
 * defaults made of {@link io.aludel.migrate.op.Term}s. Operations are immutable and safe to share; what records them belongs to one
 * thread.
 */
@NullMarked
package io.aludel.migrate.op;

import org.jspecify.annotations.NullMarked;
