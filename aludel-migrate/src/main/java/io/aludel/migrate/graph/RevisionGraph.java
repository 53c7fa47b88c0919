// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.graph;

import io.aludel.migrate.MigrationException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * All revisions, sorted so that each comes after its parents. A graph that exists is sound: every parent is there, no id twice, no circle.
 *
 * <p>Revisions are asked for as {@code head}, {@code base}, {@code +2}, {@code -1}, an id, or its first four digits or more.
 */
public final class RevisionGraph {
    private static final int SHORTEST_PARTIAL_ID = 4;

    private final Map<String, RevisionNode> ordered;

    private RevisionGraph(Map<String, RevisionNode> ordered) {
        this.ordered = Collections.unmodifiableMap(ordered);
    }

    /**
     * Sorts the revisions by Kahn's method; ties are broken by id, so that the same revisions always give the same order.
     *
     * @throws MigrationException if an id is there twice, a parent is missing, or revisions stand on each other in a circle
     */
    public static RevisionGraph of(Collection<RevisionNode> nodes) {
        Map<String, RevisionNode> waiting = new TreeMap<>();
        for (RevisionNode node : nodes) {
            if (waiting.put(node.id(), node) != null) {
                throw new MigrationException(
                        "MIG-006", "Two revisions have the id " + node.id() + "; give one of them another.");
            }
        }
        requireParents(waiting);
        Map<String, RevisionNode> ordered = new LinkedHashMap<>();
        while (!waiting.isEmpty()) {
            RevisionNode next = waiting.values().stream()
                    .filter(node -> ordered.keySet().containsAll(node.parents()))
                    .findFirst()
                    .orElseThrow(() -> loop(waiting));
            waiting.remove(next.id());
            ordered.put(next.id(), next);
        }
        return new RevisionGraph(ordered);
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

    private static MigrationException loop(Map<String, RevisionNode> waiting) {
        // Every waiting node has a waiting parent: walking up must come back to where it has been.
        List<String> walk = new ArrayList<>();
        String at = waiting.keySet().iterator().next();
        while (!walk.contains(at)) {
            walk.add(at);
            at = waiting.get(at).parents().stream()
                    .filter(waiting::containsKey)
                    .findFirst()
                    .orElseThrow();
        }
        List<String> circle = new ArrayList<>(walk.subList(walk.indexOf(at), walk.size()));
        circle.add(at);
        return new MigrationException(
                "MIG-008",
                "Revisions stand on each other in a circle: " + String.join(" -> ", circle)
                        + ". Correct one of the parents.");
    }

    /** Every id, parents first. */
    public List<String> ids() {
        return List.copyOf(ordered.keySet());
    }

    public boolean contains(String id) {
        return ordered.containsKey(id);
    }

    /** The node of that id, which must be there. */
    public RevisionNode node(String id) {
        RevisionNode node = ordered.get(id);
        if (node == null) {
            throw new UnknownRevisionException(id, "There is no revision " + id + " among the scripts.");
        }
        return node;
    }

    /** Revisions that no other one stands on. */
    public List<String> heads() {
        return headsOf(ordered.keySet());
    }

    /** The newest revision; empty where there is none at all. */
    public Optional<String> head() {
        List<String> heads = heads();
        if (heads.size() > 1) {
            throw new MultipleHeadsException(heads);
        }
        return heads.stream().findFirst();
    }

    /** Those of the given revisions that no other given one stands on, by id. */
    public List<String> headsOf(Set<String> ids) {
        Set<String> heads = new HashSet<>(ids);
        ids.forEach(id -> heads.removeAll(node(id).parents()));
        return heads.stream().sorted().toList();
    }

    /** The revision and all it stands on, parents first. */
    public List<String> upTo(String id) {
        Set<String> wanted = new HashSet<>();
        collect(id, wanted);
        return ids().stream().filter(wanted::contains).toList();
    }

    private void collect(String id, Set<String> wanted) {
        if (wanted.add(id)) {
            node(id).parents().forEach(parent -> collect(parent, wanted));
        }
    }

    /** The revision that the text means: an id, or its beginning. */
    public String resolve(String text) {
        if (ordered.containsKey(text)) {
            return text;
        }
        if (text.length() < SHORTEST_PARTIAL_ID) {
            throw new UnknownRevisionException(
                    text,
                    "\"" + text + "\" is no revision; give head, base, +1, -1, or at least " + SHORTEST_PARTIAL_ID
                            + " digits of an id.");
        }
        List<String> found =
                ids().stream().filter(id -> id.startsWith(text)).sorted().toList();
        if (found.size() == 1) {
            return found.get(0);
        }
        throw new UnknownRevisionException(
                text,
                found.isEmpty()
                        ? "There is no revision \"" + text + "\" among the scripts."
                        : "\"" + text + "\" can mean " + String.join(" or ", found) + "; give more digits.");
    }

    /**
     * What is to be applied, in order, to get to the target.
     *
     * @param applied what the database has
     * @param target {@code head}, {@code +2}, or an id
     */
    public List<String> pathUp(Set<String> applied, String target) {
        if (target.startsWith("+")) {
            return steps(target, pending(applied), "pending");
        }
        if (target.equals("head")) {
            return pending(applied);
        }
        return upTo(resolve(target)).stream()
                .filter(id -> !applied.contains(id))
                .toList();
    }

    private List<String> pending(Set<String> applied) {
        return head().map(this::upTo).orElse(List.of()).stream()
                .filter(id -> !applied.contains(id))
                .toList();
    }

    /**
     * What is to be undone, in order, to get to the target: all that stands on it.
     *
     * @param applied what the database has
     * @param target {@code base}, {@code -1}, or the id of an applied revision, which stays
     */
    public List<String> pathDown(Set<String> applied, String target) {
        List<String> newestFirst = new ArrayList<>(ids());
        newestFirst.removeIf(id -> !applied.contains(id));
        Collections.reverse(newestFirst);
        if (target.equals("base")) {
            return List.copyOf(newestFirst);
        }
        if (target.startsWith("-")) {
            return steps(target, newestFirst, "applied");
        }
        String stays = resolve(target);
        if (!applied.contains(stays)) {
            throw new UnknownRevisionException(
                    target,
                    "Revision " + stays + " is not applied, so there is no way down to it. Did you mean upgrade?");
        }
        return newestFirst.stream()
                .filter(id -> !id.equals(stays) && upTo(id).contains(stays))
                .toList();
    }

    private static List<String> steps(String target, List<String> path, String what) {
        int count = count(target);
        if (count > path.size()) {
            throw new UnknownRevisionException(
                    target,
                    "\"" + target + "\" asks for " + count + (count == 1 ? " revision" : " revisions") + ", but "
                            + available(path.size()) + what + ".");
        }
        return List.copyOf(new LinkedHashSet<>(path.subList(0, count)));
    }

    private static String available(int revisions) {
        return switch (revisions) {
            case 0 -> "none is ";
            case 1 -> "only 1 is ";
            default -> "only " + revisions + " are ";
        };
    }

    private static int count(String target) {
        try {
            int count = Integer.parseInt(target.substring(1));
            if (count > 0) {
                return count;
            }
        } catch (NumberFormatException e) {
            // said below, as for zero
        }
        throw new UnknownRevisionException(
                target, "\"" + target + "\" is no number of steps; write +1, +2, … or -1, -2, …");
    }
}
