// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.command;

import java.nio.file.Path;
import java.util.List;

/**
 * One revision in place of several, as it was written.
 *
 * @param replaced those whose work it does, parents first
 * @param nested ids of those among them that replace others themselves: a database that has these others must be upgraded before their scripts go
 * @param deleted whether the scripts of what is replaced are gone
 */
public record Squash(Path file, List<ScriptedRevision> replaced, List<String> nested, boolean deleted) {}
