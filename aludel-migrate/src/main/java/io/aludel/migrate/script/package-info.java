// SPDX-License-Identifier: Apache-2.0

/**
 * Revisions as Java source. {@link io.aludel.migrate.script.ScriptWriter} makes source of operations; {@link
 * io.aludel.migrate.script.ScriptSource} gives revisions back, from a folder that is compiled in memory or from classes that are there.
 * What users write is a {@link io.aludel.migrate.script.Migration} with a {@link io.aludel.migrate.script.Revision}. Nothing here touches
 * a database.
 */
@NullMarked
package io.aludel.migrate.script;

import org.jspecify.annotations.NullMarked;
