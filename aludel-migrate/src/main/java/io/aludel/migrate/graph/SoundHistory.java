// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.graph;

import io.aludel.migrate.MigrationException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Revisions that fit each other: what {@link RevisionGraph} is made of.
 *
 * @param order their ids, each after what it needs
 * @param nodes by id
 * @param labels the revision of each label
 * @param needs parents and dependencies of each, as ids
 */
record SoundHistory(
        List<String> order,
        Map<String, RevisionNode> nodes,
        Map<String, String> labels,
        Map<String, List<String>> needs) {
    /** Looks at one thing after the other, so that the first message is about what is to be mended first. */
    static SoundHistory of(Collection<RevisionNode> nodes) {
        Map<String, RevisionNode> byId = new TreeMap<>();
        for (RevisionNode node : nodes) {
            if (byId.put(node.id(), node) != null) {
                throw new MigrationException(
                        "MIG-006", "Two revisions have the id " + node.id() + "; give one of them another.");
            }
        }
        requireParents(byId);
        Map<String, String> labels = labels(byId);
        List<String> circle = new KahnSort(parents(byId)).circle();
        if (!circle.isEmpty()) {
            throw circleOfParents(circle);
        }
        Map<String, List<String>> needs = needs(byId, labels);
        KahnSort sort = new KahnSort(needs);
        if (!sort.circle().isEmpty()) {
            throw circleOfDependencies(sort.circle());
        }
        return new SoundHistory(sort.sorted(), byId, labels, needs);
    }

    private static void requireParents(Map<String, RevisionNode> nodes) {
        for (RevisionNode node : nodes.values()) {
            for (String parent : node.parents()) {
                if (!nodes.containsKey(parent)) {
                    throw new MigrationException(
                            "MIG-007",
                            "Revision " + node.id() + " stands on " + parent
                                    + ", which is not among the scripts. Bring that script back, or correct the parent.");
                }
            }
        }
    }

    private static Map<String, String> labels(Map<String, RevisionNode> nodes) {
        Map<String, String> labels = new TreeMap<>();
        for (RevisionNode node : nodes.values()) {
            for (String label : node.labels()) {
                String other = labels.put(label, node.id());
                if (other != null) {
                    throw new MigrationException(
                            "MIG-030",
                            "Revisions " + other + " and " + node.id() + " both have the label \"" + label
                                    + "\". Take it from one of them; the revisions after it are of the same branch without saying so.");
                }
            }
        }
        return labels;
    }

    static Map<String, List<String>> parents(Map<String, RevisionNode> nodes) {
        Map<String, List<String>> parents = new TreeMap<>();
        nodes.forEach((id, node) -> parents.put(id, node.parents()));
        return parents;
    }

    private static Map<String, List<String>> needs(Map<String, RevisionNode> nodes, Map<String, String> labels) {
        Map<String, List<String>> needs = new TreeMap<>();
        for (RevisionNode node : nodes.values()) {
            Set<String> before = new LinkedHashSet<>(node.parents());
            for (String dependency : node.dependsOn()) {
                String id = labels.getOrDefault(dependency, dependency);
                if (!nodes.containsKey(id)) {
                    throw new MigrationException(
                            "MIG-031",
                            "Revision " + node.id() + " depends on \"" + dependency
                                    + "\", which is neither the id nor the label of a script. Bring that script back, or correct dependsOn.");
                }
                before.add(id);
            }
            needs.put(node.id(), List.copyOf(before));
        }
        return needs;
    }

    private static MigrationException circleOfParents(List<String> circle) {
        return new MigrationException(
                "MIG-008",
                circle.size() == 2
                        ? "Revision " + circle.get(0) + " stands on itself. Correct its parent."
                        : "Revisions stand on each other in a circle: " + String.join(" -> ", circle)
                                + ". Correct one of the parents.");
    }

    private static MigrationException circleOfDependencies(List<String> circle) {
        return new MigrationException(
                "MIG-032",
                circle.size() == 2
                        ? "Revision " + circle.get(0) + " depends on itself. Take that out of its dependsOn."
                        : "Revisions wait for each other in a circle, of which a part is dependsOn: "
                                + String.join(" -> ", circle) + ". Take one of the dependencies away.");
    }
}
