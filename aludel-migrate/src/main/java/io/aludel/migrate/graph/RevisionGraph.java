// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.graph;

import io.aludel.migrate.MigrationException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * All revisions, sorted so that each comes after its parents and after what it depends on. A graph that exists is sound: every parent and
 * dependency is there, no id and no label twice, no circle.
 *
 * <p>Revisions are asked for by texts, which {@link #resolveAll} explains.
 */
public final class RevisionGraph {
    private final Map<String, RevisionNode> ordered;
    private final Map<String, String> labels;
    private final Map<String, List<String>> parents;
    private final Map<String, List<String>> children;
    /** Parents and dependencies together. */
    private final Map<String, List<String>> needs;

    private final Map<String, List<String>> neededBy;

    private RevisionGraph(SoundHistory history) {
        Map<String, RevisionNode> sorted = new LinkedHashMap<>();
        history.order()
                .forEach(id ->
                        sorted.put(id, Objects.requireNonNull(history.nodes().get(id))));
        this.ordered = Collections.unmodifiableMap(sorted);
        this.labels = history.labels();
        this.parents = SoundHistory.parents(history.nodes());
        this.children = KahnSort.reversed(parents);
        this.needs = history.needs();
        this.neededBy = KahnSort.reversed(needs);
    }

    /**
     * Puts the revisions in order. Ties are broken by id, so that the same revisions always give the same order.
     *
     * @throws MigrationException if an id or a label is there twice, a parent or a dependency is missing, or revisions wait for each other in
     *     a circle
     */
    public static RevisionGraph of(Collection<RevisionNode> nodes) {
        return new RevisionGraph(SoundHistory.of(nodes));
    }

    /** Every id, each after its parents and dependencies. */
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
            throw UnknownRevisionException.unknown(id, "There is no revision " + id + " among the scripts.");
        }
        return node;
    }

    /** The revision of each label, by label. */
    public Map<String, String> labels() {
        return Collections.unmodifiableMap(labels);
    }

    /** Those of which it is a parent, by id. */
    public List<String> children(String id) {
        return of(children, id);
    }

    /** The revisions that it says it depends on, as ids. */
    public List<String> dependencies(String id) {
        return node(id).dependsOn().stream()
                .map(dependency -> labels.getOrDefault(dependency, dependency))
                .distinct()
                .toList();
    }

    /** Those that depend on it, without standing on it directly. */
    public List<String> dependents(String id) {
        List<String> dependents = new ArrayList<>(of(neededBy, id));
        dependents.removeAll(children(id));
        return List.copyOf(dependents);
    }

    private List<String> of(Map<String, List<String>> map, String id) {
        return Collections.unmodifiableList(Objects.requireNonNull(map.get(node(id).id())));
    }

    /** Revisions without parents, by id. */
    public List<String> roots() {
        return ordered.values().stream()
                .filter(node -> node.parents().isEmpty())
                .map(RevisionNode::id)
                .sorted()
                .toList();
    }

    /** Revisions that no other one stands on, by id. */
    public List<String> heads() {
        return ordered.keySet().stream()
                .filter(id -> children(id).isEmpty())
                .sorted()
                .toList();
    }

    /** The heads that are not brought along by another one that depends on them: what an upgrade to the end has to be told. */
    public List<String> effectiveHeads() {
        return headsOf(ordered.keySet());
    }

    /**
     * The newest revision; empty where there is none at all.
     *
     * @throws MultipleHeadsException if there is more than one effective head
     */
    public Optional<String> head() {
        List<String> heads = effectiveHeads();
        if (heads.size() > 1) {
            throw new MultipleHeadsException(heads);
        }
        return heads.stream().findFirst();
    }

    /** Those of the given revisions that no other given one stands or depends on, by id. */
    public List<String> headsOf(Set<String> ids) {
        Set<String> heads = new HashSet<>(ids);
        ids.forEach(id -> of(needs, id).forEach(heads::remove));
        return heads.stream().sorted().toList();
    }

    /** The revision and all that must be there before it, in order. */
    public List<String> upTo(String id) {
        return inOrder(before(List.of(id)));
    }

    /** These of all revisions, each after its parents and dependencies. */
    public List<String> inOrder(Set<String> wanted) {
        return ordered.keySet().stream().filter(wanted::contains).toList();
    }

    /** The revisions and all that must be there before them. */
    public Set<String> before(Collection<String> ids) {
        return reached(ids, needs);
    }

    /** The revisions and all that cannot be there without them. */
    public Set<String> after(Collection<String> ids) {
        return reached(ids, neededBy);
    }

    private Set<String> reached(Collection<String> ids, Map<String, List<String>> edges) {
        Set<String> reached = new HashSet<>();
        Deque<String> waiting = new ArrayDeque<>(ids);
        while (!waiting.isEmpty()) {
            String id = waiting.pop();
            if (reached.add(id)) {
                of(edges, id).forEach(waiting::push);
            }
        }
        return reached;
    }

    /** All that stand on the revision or that it stands on, itself included; dependencies lead nowhere. */
    Set<String> lineage(String id) {
        Set<String> lineage = reached(List.of(id), children);
        lineage.addAll(reached(List.of(id), parents));
        return lineage;
    }

    /**
     * The branch that a revision is of: itself, all that stand on it, and those before it back to where another branch leaves or branches meet.
     */
    Set<String> branch(String id) {
        Set<String> branch = reached(List.of(id), children);
        String at = id;
        while (node(at).parents().size() == 1
                && children(node(at).parents().get(0)).size() == 1) {
            at = node(at).parents().get(0);
            branch.add(at);
        }
        return branch;
    }

    /** The labels of the branches that a revision is of, by name. */
    public List<String> branchLabels(String id) {
        return labels.keySet().stream()
                .filter(label ->
                        branch(Objects.requireNonNull(labels.get(label))).contains(id))
                .toList();
    }

    /**
     * The one revision that the text means.
     *
     * @throws UnknownRevisionException if there is none, or it cannot be told
     * @throws MultipleHeadsException if the text asks for the head where there are several
     */
    public String resolve(String text) {
        return resolve(Set.of(), text);
    }

    /** The same, where the text may speak of what the database has. */
    public String resolve(Set<String> applied, String text) {
        return new Targets(this, applied)
                .one(text)
                .orElseThrow(() -> UnknownRevisionException.pastTheEnd(
                        text, "\"" + text + "\" is where no revision has been applied; name a revision."));
    }

    /**
     * The revisions that the text means. It is {@code head} or {@code heads}; {@code base} (none); {@code current} (what the database is at);
     * an id, or its first four digits or more; a label (the revision that has it); each of these with a number of steps up or down
     * ({@code 8f2c+2}, {@code head-1}); such a number alone, counted from {@code current}; and each of these on one branch, which a label or a
     * revision names ({@code pets@head}, {@code pets@-1}).
     *
     * @param applied what the database has
     */
    public List<String> resolveAll(Set<String> applied, String text) {
        return new Targets(this, applied).all(text);
    }

    /** As {@link #pathUp(Set, List)}, to one target. */
    public List<String> pathUp(Set<String> applied, String target) {
        return pathUp(applied, List.of(target));
    }

    /**
     * What is to be applied, in order, to get to the targets.
     *
     * @param applied what the database has
     * @param targets as in {@link #resolveAll}; a number of steps alone, {@code +2}, counts what will be applied, and {@code pets@+2} what of
     *     that branch
     */
    public List<String> pathUp(Set<String> applied, List<String> targets) {
        return new Paths(this, applied).up(targets);
    }

    /**
     * What is to be undone, in order, to get to the target: all that stands on it, and what depends on that.
     *
     * @param applied what the database has
     * @param target {@code base}, or an applied revision as in {@link #resolveAll}, which stays; {@code pets@base} undoes what is of that branch
     *     alone; a number of steps alone, {@code -2} or {@code pets@-2}, counts from the newest
     */
    public List<String> pathDown(Set<String> applied, String target) {
        return new Paths(this, applied).down(target);
    }

    /**
     * What the database is to be taken to have when it is said to be at the targets. Of what it has now, that stays whose branch no target is
     * of.
     *
     * @param targets as in {@link #resolveAll}; {@code base} for nothing, {@code pets@base} for nothing of that branch
     */
    public List<String> stamped(Set<String> applied, List<String> targets) {
        return new Paths(this, applied).stamped(targets);
    }

    /**
     * The revisions of a range, in order: those up to its end that are not before its beginning, which is of them.
     *
     * @param range {@code from:to}, each as in {@link #resolveAll}; without the one from the first, without the other to all heads; of two, one
     *     may be a number of steps from the other ({@code -3:head})
     */
    public List<String> range(Set<String> applied, String range) {
        return new Paths(this, applied).range(range);
    }

    /** Those whose id begins so, by id. */
    List<String> beginningWith(String part) {
        return ordered.keySet().stream()
                .filter(id -> id.startsWith(part))
                .sorted()
                .toList();
    }

    /** What must be there before it, directly. */
    List<String> needs(String id) {
        return of(needs, id);
    }
}
