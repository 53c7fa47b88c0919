// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.graph;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What texts mean that ask for revisions, to a database that has some of them. */
final class Targets {
    private static final int SHORTEST_PARTIAL_ID = 4;

    private final RevisionGraph graph;
    private final Set<String> applied;

    Targets(RevisionGraph graph, Set<String> applied) {
        this.graph = graph;
        this.applied = applied;
    }

    /** Every revision that the text means; none for {@code base}. */
    List<String> all(String text) {
        return all(Target.of(text));
    }

    /** The revision that the text means; empty for {@code base}. */
    Optional<String> one(String text) {
        return one(Target.of(text));
    }

    private List<String> all(Target target) {
        if (target.steps() != 0) {
            return one(target).stream().toList();
        }
        List<String> found = named(target);
        if (target.symbol().equals("head") && found.size() > 1) {
            throw new MultipleHeadsException(found, target.branch());
        }
        return found;
    }

    private Optional<String> one(Target target) {
        List<String> found = named(target);
        if (found.size() > 1) {
            if (!target.symbol().equals("current") && !target.isSteps()) {
                throw new MultipleHeadsException(found, target.branch());
            }
            throw UnknownRevisionException.ambiguous(target.text(), found, "name the revision");
        }
        return walked(target, found.stream().findFirst());
    }

    /** What the symbol stands for, steps aside. */
    private List<String> named(Target target) {
        String anchor = target.branch() == null ? null : anchor(target.text(), target.branch());
        return switch (target.symbol()) {
            case "base" -> List.of();
            case "head", "heads" -> heads(anchor);
            case "current", "" -> current(anchor);
            default -> List.of(onBranch(target, anchor, revision(target.text(), target.symbol())));
        };
    }

    private List<String> heads(@Nullable String anchor) {
        if (anchor == null) {
            return graph.effectiveHeads();
        }
        Set<String> branch = graph.lineage(anchor);
        return graph.heads().stream().filter(branch::contains).toList();
    }

    private List<String> current(@Nullable String anchor) {
        if (anchor == null) {
            return graph.headsOf(applied);
        }
        Set<String> onBranch = new HashSet<>(graph.lineage(anchor));
        onBranch.retainAll(applied);
        return graph.headsOf(onBranch);
    }

    private String onBranch(Target target, @Nullable String anchor, String id) {
        if (anchor != null && !graph.lineage(anchor).contains(id)) {
            throw UnknownRevisionException.elsewhere(target.text(), id, String.valueOf(target.branch()));
        }
        return id;
    }

    /** The revision that a branch is named after. */
    private String anchor(String text, String branch) {
        String labelled = graph.labels().get(branch);
        if (labelled != null) {
            return labelled;
        }
        if (graph.contains(branch)
                || branch.length() >= SHORTEST_PARTIAL_ID
                        && !graph.beginningWith(branch).isEmpty()) {
            return revision(text, branch);
        }
        throw UnknownRevisionException.unknown(
                text,
                "There is no branch \"" + branch + "\": no script has that label or an id that begins so; "
                        + (graph.labels().isEmpty()
                                ? "there are no labels at all."
                                : "labels are "
                                        + String.join(", ", graph.labels().keySet()) + "."));
    }

    /** The revision of an id, its beginning, or a label. */
    private String revision(String text, String symbol) {
        if (graph.contains(symbol)) {
            return symbol;
        }
        String labelled = graph.labels().get(symbol);
        if (labelled != null) {
            return labelled;
        }
        if (symbol.length() < SHORTEST_PARTIAL_ID) {
            throw UnknownRevisionException.unknown(
                    text,
                    "\"" + symbol + "\" is no revision; give head, base, +1, -1, a label, or at least "
                            + SHORTEST_PARTIAL_ID + " digits of an id.");
        }
        List<String> found = graph.beginningWith(symbol);
        if (found.isEmpty()) {
            throw UnknownRevisionException.unknown(
                    text, "There is no revision or label \"" + symbol + "\" among the scripts.");
        }
        if (found.size() > 1) {
            throw UnknownRevisionException.ambiguous(symbol, found, "give more digits");
        }
        return found.get(0);
    }

    private Optional<String> walked(Target target, Optional<String> start) {
        Set<String> branch = target.branch() == null ? null : graph.lineage(anchor(target.text(), target.branch()));
        Optional<String> at = start;
        for (int step = 0; step < Math.abs(target.steps()); step++) {
            List<String> next = new ArrayList<>(target.steps() > 0 ? above(at) : below(target, at));
            if (branch != null) {
                next.retainAll(branch);
            }
            if (next.size() > 1) {
                throw UnknownRevisionException.ambiguous(target.text(), next, "name the revision");
            }
            if (next.isEmpty() && target.steps() > 0) {
                throw UnknownRevisionException.pastTheEnd(
                        target.text(), "\"" + target.text() + "\" goes above the newest revision; write fewer steps.");
            }
            at = next.stream().findFirst();
        }
        return at;
    }

    private List<String> above(Optional<String> at) {
        return at.map(graph::children).orElseGet(graph::roots);
    }

    private List<String> below(Target target, Optional<String> at) {
        return at.map(id -> graph.node(id).parents())
                .orElseThrow(() -> UnknownRevisionException.pastTheEnd(
                        target.text(), "\"" + target.text() + "\" goes below the first revision; write fewer steps."));
    }

    List<String> up(List<String> targets) {
        Set<String> wanted = new HashSet<>();
        for (String text : targets) {
            Target target = Target.of(text);
            if (target.isSteps()) {
                wanted.addAll(stepsUp(target));
            } else if (target.isBase()) {
                throw wrongWay(text, "no way up to it", "downgrade");
            } else {
                wanted.addAll(graph.before(all(target)));
            }
        }
        wanted.removeAll(applied);
        return graph.inOrder(wanted);
    }

    private Set<String> stepsUp(Target target) {
        if (target.steps() < 0) {
            throw wrongWay(target.text(), "it leads down", "downgrade");
        }
        Set<String> pending = new LinkedHashSet<>(graph.ids());
        Set<String> onBranch = pending;
        if (target.branch() != null) {
            onBranch = new LinkedHashSet<>(pending);
            onBranch.retainAll(graph.lineage(anchor(target.text(), target.branch())));
            onBranch.removeAll(applied);
        }
        pending.removeAll(applied);
        Set<String> taken = new HashSet<>();
        for (int step = 0; step < target.steps(); step++) {
            List<String> ready = target.branch() == null ? ready(pending) : lowest(onBranch);
            String next = next(target, ready, step, "pending");
            Set<String> more = graph.before(List.of(next)); // another branch's revisions come along uncounted
            taken.addAll(more);
            pending.removeAll(more);
            onBranch.removeAll(more);
        }
        return taken;
    }

    /** Those for which all is there that must be. */
    private List<String> ready(Set<String> pending) {
        return pending.stream()
                .filter(id -> graph.needs(id).stream().noneMatch(pending::contains))
                .sorted()
                .toList();
    }

    private List<String> lowest(Set<String> pending) {
        return pending.stream()
                .filter(id -> graph.node(id).parents().stream().noneMatch(pending::contains))
                .sorted()
                .toList();
    }

    private static String next(Target target, List<String> candidates, int done, String what) {
        if (candidates.isEmpty()) {
            int count = Math.abs(target.steps());
            throw UnknownRevisionException.pastTheEnd(
                    target.text(),
                    "\"" + target.text() + "\" asks for " + count + (count == 1 ? " revision" : " revisions") + ", but "
                            + available(done) + what + target.onBranch() + ".");
        }
        if (candidates.size() > 1) {
            String steps = (target.steps() > 0 ? "@+" : "@") + target.steps();
            throw UnknownRevisionException.ambiguous(
                    target.text(),
                    candidates,
                    "name the revision, or the branch: " + candidates.get(0) + steps + " or "
                            + candidates.get(candidates.size() - 1) + steps);
        }
        return candidates.get(0);
    }

    private static String available(int revisions) {
        return switch (revisions) {
            case 0 -> "none is ";
            case 1 -> "only 1 is ";
            default -> "only " + revisions + " are ";
        };
    }

    private static UnknownRevisionException wrongWay(String text, String why, String command) {
        return UnknownRevisionException.pastTheEnd(
                text, "\"" + text + "\" is no target here: " + why + ". Did you mean " + command + "?");
    }

    List<String> down(String text) {
        Target target = Target.of(text);
        Set<String> undone = new HashSet<>(graph.after(lowestUndone(target)));
        undone.retainAll(applied);
        List<String> path = new ArrayList<>(graph.inOrder(undone));
        Collections.reverse(path);
        return List.copyOf(path);
    }

    /** What is undone by itself; what stands on it goes first. */
    private Set<String> lowestUndone(Target target) {
        if (target.isSteps()) {
            return stepsDown(target);
        }
        if (target.isBase()) {
            return target.branch() == null ? applied : graph.branch(anchor(target.text(), target.branch()));
        }
        String stays = one(target).orElse(null);
        if (stays == null) {
            throw UnknownRevisionException.pastTheEnd(
                    target.text(), "\"" + target.text() + "\" is below the first revision; say base to undo all.");
        }
        if (!applied.contains(stays)) {
            throw UnknownRevisionException.unknown(
                    target.text(),
                    "Revision " + stays + " is not applied, so there is no way down to it. Did you mean upgrade?");
        }
        Set<String> children = new HashSet<>(graph.children(stays));
        if (target.branch() != null) {
            children.retainAll(graph.lineage(anchor(target.text(), target.branch())));
        }
        return children;
    }

    private Set<String> stepsDown(Target target) {
        if (target.steps() > 0) {
            throw wrongWay(target.text(), "it leads up", "upgrade");
        }
        Set<String> remaining = new HashSet<>(applied);
        if (target.branch() != null) {
            remaining.retainAll(graph.branch(anchor(target.text(), target.branch())));
        }
        Set<String> undone = new HashSet<>();
        for (int step = 0; step < -target.steps(); step++) {
            List<String> newest = target.branch() == null ? graph.headsOf(remaining) : highest(remaining);
            String next = next(target, newest, step, "applied");
            undone.add(next);
            remaining.removeAll(graph.after(List.of(next)));
        }
        return undone;
    }

    private List<String> highest(Set<String> remaining) {
        return remaining.stream()
                .filter(id -> graph.children(id).stream().noneMatch(remaining::contains))
                .sorted()
                .toList();
    }

    List<String> stamped(List<String> targets) {
        Set<String> wanted = new HashSet<>();
        Set<String> left = new HashSet<>(applied);
        for (String text : targets) {
            Target target = Target.of(text);
            if (target.isBase()) {
                left.removeAll(graph.after(
                        target.branch() == null
                                ? Set.copyOf(graph.ids())
                                : graph.branch(anchor(text, target.branch()))));
                continue;
            }
            List<String> meant = all(target);
            wanted.addAll(meant);
            for (String id : meant) {
                Set<String> lineage = graph.before(List.of(id));
                lineage.addAll(graph.after(List.of(id)));
                left = withoutBranch(left, lineage);
            }
        }
        Set<String> stamped = graph.before(wanted);
        stamped.addAll(left);
        return graph.inOrder(stamped);
    }

    /** What other branches have of it: their newest, and all before those. */
    private Set<String> withoutBranch(Set<String> ids, Set<String> lineage) {
        List<String> others = new ArrayList<>(graph.headsOf(ids));
        others.removeAll(lineage);
        Set<String> left = graph.before(others);
        left.retainAll(ids);
        return left;
    }

    List<String> range(String text) {
        int colon = text.indexOf(':');
        if (colon < 0 || text.indexOf(':', colon + 1) >= 0) {
            throw UnknownRevisionException.unknown(
                    text, "\"" + text + "\" is no range; write from:to, such as 8f2c:head or -3:current.");
        }
        String from = colon == 0 ? "base" : text.substring(0, colon);
        String to = colon == text.length() - 1 ? "heads" : text.substring(colon + 1);
        Target first = Target.of(from);
        Target last = Target.of(to);
        if (first.isSteps() && first.steps() < 0 && !last.isSteps()) {
            from = one(last).orElse("base") + from;
        } else if (last.isSteps() && last.steps() > 0 && !first.isSteps()) {
            to = one(first).orElse("base") + to;
        }
        List<String> begin = all(from);
        Set<String> wanted = graph.before(all(to));
        if (!wanted.containsAll(begin)) {
            throw UnknownRevisionException.pastTheEnd(
                    text, "\"" + text + "\" is no range: what it begins with does not come before what it ends with.");
        }
        wanted.removeAll(graph.before(begin));
        wanted.addAll(begin);
        return graph.inOrder(wanted);
    }
}
