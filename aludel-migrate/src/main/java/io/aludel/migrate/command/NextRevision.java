// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.command;

import io.aludel.migrate.MigrationException;
import io.aludel.migrate.graph.MultipleHeadsException;
import io.aludel.migrate.graph.RevisionGraph;
import io.aludel.migrate.graph.RevisionNode;
import io.aludel.migrate.run.Revisions;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds the place of a revision that is to be written, so that the history is sound with it. */
record NextRevision(Revisions revisions, RevisionOptions options) {
    /** On top of what the options say. */
    RevisionNode node() {
        return node(parents());
    }

    /**
     * One that joins revisions.
     *
     * @param joined at least two heads, each as in {@link RevisionGraph#resolveAll}; none for all heads
     */
    RevisionNode joining(List<String> joined) {
        RevisionGraph graph = revisions.graph();
        Set<String> parents = new LinkedHashSet<>();
        if (joined.isEmpty()) {
            parents.addAll(graph.heads());
        }
        joined.forEach(text -> parents.addAll(graph.resolveAll(Set.of(), text)));
        if (parents.size() < 2) {
            throw new MigrationException(
                    "MIG-036",
                    "There is nothing to merge: "
                            + (parents.isEmpty()
                                    ? "there are no revisions"
                                    : "only " + parents.iterator().next())
                            + ". A merge joins two heads or more; `aludel heads` lists them.");
        }
        parents.forEach(this::requireHead);
        return node(List.copyOf(parents));
    }

    private List<String> parents() {
        RevisionGraph graph = revisions.graph();
        if (options.head() == null) {
            if (graph.heads().size() > 1) {
                throw new MultipleHeadsException(graph.heads());
            }
            return graph.heads();
        }
        if (options.head().equals("base")) {
            return List.of();
        }
        String parent = graph.resolve(options.head());
        requireHead(parent);
        return List.of(parent);
    }

    private void requireHead(String parent) {
        List<String> children = revisions.graph().children(parent);
        if (!options.splice() && !children.isEmpty()) {
            throw new MigrationException(
                    "MIG-037",
                    "Revision " + parent + " is no head: " + String.join(", ", children)
                            + (children.size() == 1 ? " stands" : " stand")
                            + " on it already. Stand on a head, or say --splice if another branch is what you want.");
        }
    }

    private RevisionNode node(List<String> parents) {
        RevisionGraph graph = revisions.graph();
        String id = options.id() == null ? RevisionNode.newId() : options.id();
        List<String> dependencies = options.dependsOn().stream()
                // a label stays a name, so that its author may move it
                .map(text -> graph.labels().containsKey(text) ? text : graph.resolve(text))
                .toList();
        RevisionNode node = new RevisionNode(id, parents, options.labels(), dependencies, List.of());
        List<RevisionNode> all = new ArrayList<>(List.of(node));
        graph.ids().forEach(other -> all.add(graph.node(other)));
        RevisionGraph.of(all); // refuses an id or a label that is taken
        return node;
    }
}
