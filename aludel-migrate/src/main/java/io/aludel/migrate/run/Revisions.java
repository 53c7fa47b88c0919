// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.run;

import io.aludel.migrate.MigrationException;
import io.aludel.migrate.graph.RevisionGraph;
import io.aludel.migrate.script.Script;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** All scripts and their order. */
public final class Revisions {
    private final RevisionGraph graph;
    private final Map<String, Script> byId;

    private final Replacements replacements;

    private Revisions(RevisionGraph graph, Map<String, Script> byId, Replacements replacements) {
        this.graph = graph;
        this.byId = byId;
        this.replacements = replacements;
    }

    /**
     * Puts scripts in order. One that replaces others counts in their place; but {@link #at}.
     *
     * @throws MigrationException if they are in no sound order; see {@link RevisionGraph#of}
     */
    public static Revisions of(List<Script> scripts) {
        Map<String, Script> byId = new LinkedHashMap<>();
        for (Script script : scripts) {
            Script other = byId.put(script.id(), script);
            if (other != null) {
                throw new MigrationException(
                        "MIG-006",
                        "Two scripts are revision " + script.id() + ": " + other.fileName() + " and "
                                + script.fileName() + "; give one of them another id.");
            }
        }
        Replacements replacements = new Replacements(scripts);
        return of(replacements, replacements.usual());
    }

    /** @param counting those that are used, of all */
    static Revisions of(Replacements replacements, List<Script> counting) {
        Map<String, Script> byId = new LinkedHashMap<>();
        counting.forEach(script -> byId.put(script.id(), script));
        RevisionGraph graph =
                RevisionGraph.of(counting.stream().map(Script::node).toList());
        return new Revisions(graph, Map.copyOf(byId), replacements);
    }

    /**
     * As they are for one database. Where it has all revisions that another one replaces, it has that one; where it has only some, these are used as long
     * as their scripts are there.
     *
     * @param place the database, for people
     * @param stored the rows of its history
     * @param begun the statements of a revision that is half-way
     * @throws ReplacedRevisionException if it has only some, and their scripts are gone
     */
    public Standing at(String place, List<HistoryEntry> stored, List<Step> begun) {
        return replacements.standing(
                place, stored, begun.stream().map(Step::revision).collect(Collectors.toSet()));
    }

    public RevisionGraph graph() {
        return graph;
    }

    public Script script(String id) {
        return Objects.requireNonNull(byId.get(graph.node(id).id()));
    }

    /** All of them, parents first. */
    public List<Script> inOrder() {
        return graph.ids().stream().map(this::script).toList();
    }

    /**
     * Looks whether the database's history and the scripts speak of the same.
     *
     * @param place the database, for people
     * @throws UnknownAppliedRevisionException if the database has what the scripts do not know
     * @throws EditedRevisionException if an applied script says something else now
     */
    public void verify(String place, List<HistoryEntry> entries) {
        requireKnown(place, entries);
        for (HistoryEntry entry : edited(entries)) {
            throw new EditedRevisionException(
                    place, entry, script(entry.revision()).fileName());
        }
    }

    /**
     * Looks whether the scripts know all that the database has, whatever they say.
     *
     * @throws UnknownAppliedRevisionException if not
     */
    void requireKnown(String place, List<HistoryEntry> entries) {
        List<HistoryEntry> unknown = unknown(entries);
        if (!unknown.isEmpty()) {
            throw new UnknownAppliedRevisionException(place, unknown);
        }
    }

    /** The applied revisions that the scripts do not know. */
    public List<HistoryEntry> unknown(List<HistoryEntry> entries) {
        return entries.stream()
                .filter(entry -> !graph.contains(entry.revision()))
                .toList();
    }

    /** The applied revisions whose scripts say something else now. */
    public List<HistoryEntry> edited(List<HistoryEntry> entries) {
        return entries.stream()
                .filter(entry -> graph.contains(entry.revision()))
                .filter(entry -> !script(entry.revision()).checksum().equals(entry.checksum()))
                .toList();
    }
}
