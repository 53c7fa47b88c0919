// SPDX-License-Identifier: Apache-2.0

/**
 * What the command line offers, as methods that give data: {@link io.aludel.migrate.command.Migrations} is the way in. Nothing here
 * prints; the command line, the Maven plugin and programs do that in their own ways.
 */
@NullMarked
package io.aludel.migrate.command;

import org.jspecify.annotations.NullMarked;
