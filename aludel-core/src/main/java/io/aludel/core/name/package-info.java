// SPDX-License-Identifier: Apache-2.0
/**
 * Names of database objects as the model holds them, before any dialect quotes them. A portable name ({@code
 * [a-z_][a-z0-9_]*}) is folded to the database's own case; every other name is kept exactly as written. Start with {@link
 * io.aludel.core.name.TableName} and {@link io.aludel.core.name.NamingConvention}.
 */
@NullMarked
package io.aludel.core.name;

import org.jspecify.annotations.NullMarked;
