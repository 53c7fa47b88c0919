// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.graph;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The ways from what a database has to what texts ask for. */
final class Paths {
    private final RevisionGraph graph;
    private final Set<String> applied;
    private final Targets targets;

    Paths(RevisionGraph graph, Set<String> applied) {
        this.graph = graph;
        this.applied = applied;
        this.targets = new Targets(graph, applied);
    }

    List<String> up(List<String> texts) {
        Set<String> wanted = new HashSet<>();
        for (String text : texts) {
            Target target = Target.of(text);
            if (target.isSteps()) {
                wanted.addAll(stepsUp(target));
            } else if (target.isBase()) {
                throw wrongWay(text, "no way up to it", "downgrade");
            } else {
                wanted.addAll(graph.before(targets.all(target)));
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
            onBranch.retainAll(graph.lineage(targets.anchor(target.text(), target.branch())));
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
            return target.branch() == null ? applied : graph.branch(targets.anchor(target.text(), target.branch()));
        }
        String stays = targets.one(target).orElse(null);
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
            children.retainAll(graph.lineage(targets.anchor(target.text(), target.branch())));
        }
        return children;
    }

    private Set<String> stepsDown(Target target) {
        if (target.steps() > 0) {
            throw wrongWay(target.text(), "it leads up", "upgrade");
        }
        Set<String> remaining = new HashSet<>(applied);
        if (target.branch() != null) {
            remaining.retainAll(graph.branch(targets.anchor(target.text(), target.branch())));
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

    List<String> stamped(List<String> texts) {
        Set<String> wanted = new HashSet<>();
        Set<String> left = new HashSet<>(applied);
        for (String text : texts) {
            Target target = Target.of(text);
            if (target.isBase()) {
                left.removeAll(graph.after(
                        target.branch() == null
                                ? Set.copyOf(graph.ids())
                                : graph.branch(targets.anchor(text, target.branch()))));
                continue;
            }
            List<String> meant = targets.all(target);
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
            from = targets.one(last).orElse("base") + from;
        } else if (last.isSteps() && last.steps() > 0 && !first.isSteps()) {
            to = targets.one(first).orElse("base") + to;
        }
        List<String> begin = targets.all(from);
        Set<String> wanted = graph.before(targets.all(to));
        if (!wanted.containsAll(begin)) {
            throw UnknownRevisionException.pastTheEnd(
                    text, "\"" + text + "\" is no range: what it begins with does not come before what it ends with.");
        }
        wanted.removeAll(graph.before(begin));
        wanted.addAll(begin);
        return graph.inOrder(wanted);
    }
}
