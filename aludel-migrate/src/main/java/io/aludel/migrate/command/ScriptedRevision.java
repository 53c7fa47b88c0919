// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.command;

import io.aludel.migrate.run.Revisions;
import io.aludel.migrate.script.Script;
import java.util.List;

/**
 * A revision and its neighbours, as the scripts have them; no database is asked.
 *
 * @param labels that it has itself
 * @param branches labels of the branches that go through it
 * @param dependsOn ids of those that must be applied before it, although it does not stand on them
 * @param neededBy ids of those that depend on it in that way
 * @param replaces ids of revisions whose work it does
 */
public record ScriptedRevision(
        String id,
        String message,
        String fileName,
        List<String> parents,
        List<String> children,
        List<String> labels,
        List<String> branches,
        List<String> dependsOn,
        List<String> neededBy,
        List<String> replaces) {
    static ScriptedRevision of(Revisions revisions, String id) {
        Script script = revisions.script(id);
        return new ScriptedRevision(
                id,
                script.message(),
                script.fileName(),
                script.node().parents(),
                revisions.graph().children(id),
                script.node().labels(),
                revisions.graph().branchLabels(id),
                revisions.graph().dependencies(id),
                revisions.graph().dependents(id),
                script.node().replaces());
    }
}
