// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.run;

import io.aludel.migrate.MigrationException;
import io.aludel.migrate.graph.RevisionNode;
import io.aludel.migrate.script.Script;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Which of a revision and those that it replaces count. Where a database has all or none of those, it is the one that replaces them; where it has
 * some, it is they, whose scripts must still be there then.
 */
final class Replacements {
    private final Map<String, Script> scripts = new TreeMap<>();

    /** By the id that is replaced. */
    private final Map<String, Script> replacers = new HashMap<>();

    /** Those that replace others; one that is replaced itself before the one that does it. */
    private final List<Script> squashed = new ArrayList<>();

    Replacements(Collection<Script> all) {
        all.forEach(script -> scripts.put(script.id(), script));
        for (Script script : scripts.values()) {
            for (String id : script.node().replaces()) {
                Script other = replacers.put(id, script);
                if (other != null || id.equals(script.id())) {
                    throw new MigrationException(
                            "MIG-088",
                            "Revision " + id + " cannot be replaced by "
                                    + (other == null ? "itself" : "both " + other.title() + " and " + script.title())
                                    + ". Correct \"replaces\".");
                }
            }
        }
        scripts.values().forEach(script -> order(script, new LinkedHashSet<>()));
    }

    private void order(Script script, Set<String> way) {
        if (script.node().replaces().isEmpty() || squashed.contains(script)) {
            return;
        }
        if (!way.add(script.id())) {
            throw new MigrationException(
                    "MIG-088",
                    "Revisions replace each other in a circle: " + String.join(" -> ", way) + " -> " + script.id()
                            + ". Correct \"replaces\" of one of them.");
        }
        script.node().replaces().stream()
                .map(scripts::get)
                .filter(Objects::nonNull)
                .forEach(inner -> order(inner, way));
        way.remove(script.id());
        squashed.add(script);
    }

    /** As they are for a database that has none of them. */
    List<Script> usual() {
        return scripts(Set.of());
    }

    /**
     * What the history says of a database, in the words of the revisions that count there.
     *
     * @param place the database, for people
     * @param begun the revision that is half-way; empty where none is
     * @throws ReplacedRevisionException if it has some of those that are replaced, and scripts of others of them are gone
     */
    Standing standing(String place, List<HistoryEntry> stored, Set<String> begun) {
        List<HistoryEntry> entries = new ArrayList<>(stored);
        Set<String> opened = new HashSet<>();
        for (Script squash : squashed) {
            Set<String> applied = Ledger.revisions(entries);
            if (applied.contains(squash.id())) {
                continue;
            }
            List<String> replaced = squash.node().replaces();
            List<String> missing =
                    replaced.stream().filter(id -> !applied.contains(id)).toList();
            boolean halfWay = replaced.stream().anyMatch(id -> begun.contains(id) || opened.contains(id));
            if (missing.isEmpty() && !halfWay) {
                fold(squash, entries);
            } else if (halfWay || missing.size() < replaced.size()) {
                requireScripts(place, squash, missing);
                opened.add(squash.id());
            }
        }
        return new Standing(Revisions.of(this, scripts(opened)), List.copyOf(stored), List.copyOf(entries));
    }

    private void requireScripts(String place, Script squash, List<String> missing) {
        List<String> lost = squash.node().replaces().stream()
                .filter(id -> !scripts.containsKey(id))
                .toList();
        if (!lost.isEmpty()) {
            throw new ReplacedRevisionException(place, squash, missing, lost);
        }
    }

    private static void fold(Script squash, List<HistoryEntry> entries) {
        List<HistoryEntry> replaced = entries.stream()
                .filter(entry -> squash.node().replaces().contains(entry.revision()))
                .toList();
        HistoryEntry last = replaced.get(replaced.size() - 1);
        Duration duration = replaced.stream().map(HistoryEntry::duration).reduce(Duration.ZERO, Duration::plus);
        entries.set(
                entries.indexOf(last),
                new HistoryEntry(
                        squash.id(),
                        last.ordinal(),
                        squash.message(),
                        squash.checksum(),
                        last.appliedAt(),
                        duration,
                        last.appliedBy()));
        entries.removeAll(replaced);
    }

    /** @param opened those that do not count, because those that they replace do */
    private List<Script> scripts(Set<String> opened) {
        Set<String> hidden = new HashSet<>(opened);
        for (Script squash : squashed) {
            if (!opened.contains(squash.id())) {
                hidden.addAll(squash.node().replaces());
            }
        }
        return scripts.values().stream()
                .filter(script -> !hidden.contains(script.id()))
                .map(script -> seen(script, hidden, opened))
                .toList();
    }

    /** What it stands on, in the words of those that count. */
    private Script seen(Script script, Set<String> hidden, Set<String> opened) {
        RevisionNode node = script.node();
        RevisionNode seen = new RevisionNode(
                node.id(),
                node.parents().stream().flatMap(id -> meant(id, hidden, opened)).toList(),
                node.labels(),
                node.dependsOn().stream()
                        .flatMap(id -> meant(id, hidden, opened))
                        .toList(),
                node.replaces());
        return seen.equals(node) ? script : new Script(seen, script.message(), script.fileName(), script.migration());
    }

    private Stream<String> meant(String id, Set<String> hidden, Set<String> opened) {
        if (opened.contains(id)) {
            List<String> replaced =
                    Objects.requireNonNull(scripts.get(id)).node().replaces();
            Set<String> newest = new LinkedHashSet<>(replaced);
            for (String one : replaced) {
                RevisionNode node = Objects.requireNonNull(scripts.get(one)).node();
                newest.removeAll(node.parents());
                newest.removeAll(node.dependsOn());
            }
            return newest.stream().flatMap(one -> meant(one, hidden, opened));
        }
        Script replacer = replacers.get(id);
        boolean gone = hidden.contains(id) || !scripts.containsKey(id);
        return replacer != null && gone ? meant(replacer.id(), hidden, opened) : Stream.of(id);
    }
}
