// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.graph;

import java.util.ArrayList;
import java.util.HashSet;
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

    List<String> all(Target target) {
        if (target.steps() != 0) {
            return one(target).stream().toList();
        }
        List<String> found = named(target);
        if (target.symbol().equals("head") && found.size() > 1) {
            throw new MultipleHeadsException(found, target.branch());
        }
        return found;
    }

    Optional<String> one(Target target) {
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
    String anchor(String text, String branch) {
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
}
