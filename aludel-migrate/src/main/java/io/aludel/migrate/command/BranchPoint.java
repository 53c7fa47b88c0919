// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.command;

import java.util.List;

/**
 * A revision that several others stand on.
 *
 * @param branches those that stand on it, by id
 */
public record BranchPoint(ScriptedRevision revision, List<ScriptedRevision> branches) {}
